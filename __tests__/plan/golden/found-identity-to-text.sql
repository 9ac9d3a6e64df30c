-- Only integers have an identity: it goes first.
-- before
create table t (x integer generated always as identity);
-- after
create table t (x text default 'a');
-- changes
-- alter column public.t.x [substance]: default: none → 'a'::text; identity: always → none; not null only in the database; type: integer → text
-- plan
ALTER TABLE "t" ALTER COLUMN "x" DROP IDENTITY;
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE text;
ALTER TABLE "t" ALTER COLUMN "x" SET DEFAULT 'a';
ALTER TABLE "t" ALTER COLUMN "x" DROP NOT NULL;
-- down
ALTER TABLE "t" ALTER COLUMN "x" DROP DEFAULT;
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE integer USING "x"::integer;
ALTER TABLE "t" ALTER COLUMN "x" DROP DEFAULT;
ALTER TABLE "t" ALTER COLUMN "x" SET NOT NULL;
ALTER TABLE "t" ALTER COLUMN "x" ADD GENERATED ALWAYS AS IDENTITY (sequence name "public"."t_x_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1);
SELECT setval('"public"."t_x_seq"', (SELECT max("x") FROM "t"));
ALTER TABLE "t" ALTER COLUMN "x" SET NOT NULL;
