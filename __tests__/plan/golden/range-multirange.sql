-- before
create type r as range (subtype = float8, multirange_type_name = many);
create table t (x many, y many[]);
-- after
create type r as range (subtype = float4, multirange_type_name = many);
create table t (x many, y many[]);
-- changes
-- alter range type public.r [substance]: subtype: double precision → real
-- plan
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE text;
ALTER TABLE "t" ALTER COLUMN "y" SET DATA TYPE text[];
DROP TYPE "public"."r";
CREATE TYPE "public"."r" AS RANGE (SUBTYPE = real, MULTIRANGE_TYPE_NAME = "public"."many");
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE many USING "x"::many;
ALTER TABLE "t" ALTER COLUMN "y" SET DATA TYPE many[] USING "y"::many[];
-- down
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE text;
ALTER TABLE "t" ALTER COLUMN "y" SET DATA TYPE text[];
DROP TYPE "public"."r";
CREATE TYPE "public"."r" AS RANGE (SUBTYPE = double precision, MULTIRANGE_TYPE_NAME = "public"."many");
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE many USING "x"::many;
ALTER TABLE "t" ALTER COLUMN "y" SET DATA TYPE many[] USING "y"::many[];
