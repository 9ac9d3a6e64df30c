-- before
create type r as range (subtype = float8, multirange_type_name = many);
create table t (x r);
-- after
create type r as range (subtype = float8, multirange_type_name = lots);
create table t (x r);
-- changes
-- alter range type public.r [substance]: multirange: many → lots
-- plan
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE text;
DROP TYPE "public"."r";
CREATE TYPE "public"."r" AS RANGE (SUBTYPE = double precision, MULTIRANGE_TYPE_NAME = "public"."lots");
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE "public"."r" USING "x"::"public"."r";
-- down
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE text;
DROP TYPE "public"."r";
CREATE TYPE "public"."r" AS RANGE (SUBTYPE = double precision, MULTIRANGE_TYPE_NAME = "public"."many");
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE "public"."r" USING "x"::"public"."r";
