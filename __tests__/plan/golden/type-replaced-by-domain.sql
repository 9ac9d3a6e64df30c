-- before
create schema "S";
create type "S"."D" as range (subtype = integer);
create table t (a "S"."D" not null, b "S"."D"[] default '{}', constraint c check (not isempty(a)));
create policy p on t using (not isempty(a));
-- after
create schema "S";
create domain "S"."D" as text;
create table t (a "S"."D" not null, b "S"."D"[] default '{}', constraint c check (a <> ''));
create policy p on t using (a <> '');
-- changes
-- create domain "S"."D" [substance]: only in the models
-- drop range type "S"."D" [substance]: only in the database
-- alter check public.t.c [substance]: expression: (NOT isempty(a)) → ((a)::text <> ''::text)
-- alter policy public.t.p [substance]: using: (NOT isempty(a)) → ((a)::text <> ''::text)
-- plan
DROP POLICY "p" ON "t";
ALTER TABLE "t" DROP CONSTRAINT "c";
ALTER TABLE "t" ALTER COLUMN "a" SET DATA TYPE text;
ALTER TABLE "t" ALTER COLUMN "b" DROP DEFAULT;
ALTER TABLE "t" ALTER COLUMN "b" SET DATA TYPE text[] USING "b"::text[];
DROP TYPE "S"."D";
CREATE DOMAIN "S"."D" AS text;
ALTER TABLE "t" ALTER COLUMN "a" SET DATA TYPE "S"."D";
ALTER TABLE "t" ALTER COLUMN "b" SET DATA TYPE "S"."D"[] USING "b"::text[]::"S"."D"[];
ALTER TABLE "t" ALTER COLUMN "b" SET DEFAULT '{}'::"S"."D"[];
ALTER TABLE "t" ADD CONSTRAINT "c" CHECK ((a)::text <> ''::text);
CREATE POLICY "p" ON "t" AS PERMISSIVE FOR ALL TO public USING ((a)::text <> ''::text);
-- down
DROP POLICY "p" ON "t";
ALTER TABLE "t" DROP CONSTRAINT "c";
ALTER TABLE "t" ALTER COLUMN "a" SET DATA TYPE text;
ALTER TABLE "t" ALTER COLUMN "b" DROP DEFAULT;
ALTER TABLE "t" ALTER COLUMN "b" SET DATA TYPE text[] USING "b"::text[];
DROP DOMAIN "S"."D";
CREATE TYPE "S"."D" AS RANGE (SUBTYPE = integer, MULTIRANGE_TYPE_NAME = "S"."D_multirange");
ALTER TABLE "t" ALTER COLUMN "a" SET DATA TYPE "S"."D" USING "a"::"S"."D";
ALTER TABLE "t" ALTER COLUMN "b" SET DATA TYPE "S"."D"[] USING "b"::text[]::"S"."D"[];
ALTER TABLE "t" ALTER COLUMN "b" SET DEFAULT '{}'::"S"."D"[];
ALTER TABLE "t" ADD CONSTRAINT "c" CHECK (NOT isempty(a));
CREATE POLICY "p" ON "t" AS PERMISSIVE FOR ALL TO public USING (NOT isempty(a));
