-- before
create domain d as int;
create type r as range (subtype = d);
create table t (x r);
-- after
create domain d as bigint;
create type r as range (subtype = d);
create table t (x r);
-- changes
-- alter domain public.d [substance]: type: integer → bigint
-- plan
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE text;
DROP TYPE "public"."r";
DROP DOMAIN "public"."d";
CREATE DOMAIN "public"."d" AS bigint;
CREATE TYPE "public"."r" AS RANGE (SUBTYPE = d, MULTIRANGE_TYPE_NAME = "public"."r_multirange");
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE "public"."r" USING "x"::"public"."r";
-- down
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE text;
DROP TYPE "public"."r";
DROP DOMAIN "public"."d";
CREATE DOMAIN "public"."d" AS integer;
CREATE TYPE "public"."r" AS RANGE (SUBTYPE = d, MULTIRANGE_TYPE_NAME = "public"."r_multirange");
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE "public"."r" USING "x"::"public"."r";
