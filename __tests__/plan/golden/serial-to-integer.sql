-- before
create table a (id serial primary key);
-- after
create table a (id integer primary key);
-- changes
-- alter column public.a.id [substance]: default: nextval('a_id_seq'::regclass) → none
-- plan
ALTER TABLE "a" ALTER COLUMN "id" DROP DEFAULT;
DROP SEQUENCE "public"."a_id_seq";
-- down
CREATE SEQUENCE "public"."a_id_seq" AS integer INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1;
SELECT setval('"public"."a_id_seq"', (SELECT max("id") FROM "a"));
ALTER TABLE "a" ALTER COLUMN "id" SET DEFAULT nextval('a_id_seq'::regclass);
ALTER SEQUENCE "public"."a_id_seq" OWNED BY "a"."id";
