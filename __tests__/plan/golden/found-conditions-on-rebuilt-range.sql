-- The column is text while its type is made anew, and lower_inf takes none.
-- before
create type r as range (subtype = integer);
create table t (x r, y integer, constraint c check (lower_inf(x) in (true, false)));
create index i on t (y) where lower_inf(x);
create statistics s on y, (lower_inf(x)) from t;
-- after
create type r as range (subtype = bigint);
create table t (x r, y integer, constraint c check (lower_inf(x) in (true, false)));
create index i on t (y) where lower_inf(x);
create statistics s on y, (lower_inf(x)) from t;
-- changes
-- alter range type public.r [substance]: subtype: integer → bigint
-- plan
DROP STATISTICS "public"."s";
DROP INDEX "i";
ALTER TABLE "t" DROP CONSTRAINT "c";
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE text;
DROP TYPE "public"."r";
CREATE TYPE "public"."r" AS RANGE (SUBTYPE = bigint, MULTIRANGE_TYPE_NAME = "public"."r_multirange");
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE "public"."r" USING "x"::"public"."r";
ALTER TABLE "t" ADD CONSTRAINT "c" CHECK (lower_inf(x) = ANY (ARRAY[true, false]));
CREATE INDEX "i" ON "t" USING btree ("y") WHERE lower_inf(x);
CREATE STATISTICS "public"."s" (ndistinct, dependencies, mcv) ON "y", (lower_inf(x)) FROM "t";
-- down
DROP STATISTICS "public"."s";
DROP INDEX "i";
ALTER TABLE "t" DROP CONSTRAINT "c";
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE text;
DROP TYPE "public"."r";
CREATE TYPE "public"."r" AS RANGE (SUBTYPE = integer, MULTIRANGE_TYPE_NAME = "public"."r_multirange");
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE "public"."r" USING "x"::"public"."r";
ALTER TABLE "t" ADD CONSTRAINT "c" CHECK (lower_inf(x) = ANY (ARRAY[true, false]));
CREATE INDEX "i" ON "t" USING btree ("y") WHERE lower_inf(x);
CREATE STATISTICS "public"."s" (ndistinct, dependencies, mcv) ON "y", (lower_inf(x)) FROM "t";
