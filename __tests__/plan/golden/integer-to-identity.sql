-- before
create table a (id integer primary key);
-- after
create table a (id integer primary key generated always as identity);
-- changes
-- alter column public.a.id [substance]: identity: none → always
-- plan
ALTER TABLE "a" ALTER COLUMN "id" ADD GENERATED ALWAYS AS IDENTITY (sequence name "public"."a_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1);
SELECT setval('"public"."a_id_seq"', (SELECT max("id") FROM "a"));
-- down
ALTER TABLE "a" ALTER COLUMN "id" DROP IDENTITY;
