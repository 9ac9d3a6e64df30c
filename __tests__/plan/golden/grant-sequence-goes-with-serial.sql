-- before
create table t (id serial);
grant usage on sequence t_id_seq to app_user;
-- after
create table t (id int not null generated always as identity);
-- changes
-- alter column public.t.id [substance]: default: nextval('t_id_seq'::regclass) → none; identity: none → always
-- plan
ALTER TABLE "t" ALTER COLUMN "id" DROP DEFAULT;
ALTER SEQUENCE "public"."t_id_seq" RENAME TO "t_id_seq_old";
ALTER TABLE "t" ALTER COLUMN "id" ADD GENERATED ALWAYS AS IDENTITY (sequence name "public"."t_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1);
SELECT setval('"public"."t_id_seq"', last_value, is_called) FROM "public"."t_id_seq_old";
DROP SEQUENCE "public"."t_id_seq_old";
-- down
ALTER SEQUENCE "public"."t_id_seq" RENAME TO "t_id_seq_old";
CREATE SEQUENCE "public"."t_id_seq" AS integer INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1;
SELECT setval('"public"."t_id_seq"', last_value, is_called) FROM "public"."t_id_seq_old";
ALTER TABLE "t" ALTER COLUMN "id" DROP IDENTITY;
ALTER TABLE "t" ALTER COLUMN "id" SET DEFAULT nextval('t_id_seq'::regclass);
ALTER SEQUENCE "public"."t_id_seq" OWNED BY "t"."id";
GRANT USAGE ON SEQUENCE "public"."t_id_seq" TO "app_user";
