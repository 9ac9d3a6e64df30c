-- before
create table a (id integer primary key generated always as identity);
-- after
create table a (id serial primary key);
-- changes
-- alter column public.a.id [substance]: default: none → nextval('a_id_seq'::regclass); identity: always → none
-- plan
ALTER SEQUENCE "public"."a_id_seq" RENAME TO "a_id_seq_old";
CREATE SEQUENCE "public"."a_id_seq" AS integer INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1;
SELECT setval('"public"."a_id_seq"', last_value, is_called) FROM "public"."a_id_seq_old";
ALTER TABLE "a" ALTER COLUMN "id" DROP IDENTITY;
ALTER TABLE "a" ALTER COLUMN "id" SET DEFAULT nextval('a_id_seq'::regclass);
ALTER SEQUENCE "public"."a_id_seq" OWNED BY "a"."id";
-- down
ALTER TABLE "a" ALTER COLUMN "id" DROP DEFAULT;
ALTER SEQUENCE "public"."a_id_seq" RENAME TO "a_id_seq_old";
ALTER TABLE "a" ALTER COLUMN "id" ADD GENERATED ALWAYS AS IDENTITY (sequence name "public"."a_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1);
SELECT setval('"public"."a_id_seq"', last_value, is_called) FROM "public"."a_id_seq_old";
DROP SEQUENCE "public"."a_id_seq_old";
