-- before
create type r as range (subtype = text, collation = "C");
create type f as range (subtype = float8);
create table t (x r, y f);
-- after
create type r as range (subtype = text, subtype_opclass = text_pattern_ops, collation = "POSIX");
create type f as range (subtype = float8, subtype_diff = float8mi);
create table t (x r, y f);
-- changes
-- alter range type public.f [substance]: subtype diff: none → float8mi
-- alter range type public.r [substance]: collation: "C" → "POSIX"; operator class: none → text_pattern_ops
-- plan
ALTER TABLE "t" ALTER COLUMN "y" SET DATA TYPE text;
DROP TYPE "public"."f";
CREATE TYPE "public"."f" AS RANGE (SUBTYPE = double precision, SUBTYPE_DIFF = float8mi, MULTIRANGE_TYPE_NAME = "public"."f_multirange");
ALTER TABLE "t" ALTER COLUMN "y" SET DATA TYPE "public"."f" USING "y"::"public"."f";
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE text;
DROP TYPE "public"."r";
CREATE TYPE "public"."r" AS RANGE (SUBTYPE = text, SUBTYPE_OPCLASS = text_pattern_ops, COLLATION = "POSIX", MULTIRANGE_TYPE_NAME = "public"."r_multirange");
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE "public"."r" USING "x"::"public"."r";
-- down
ALTER TABLE "t" ALTER COLUMN "y" SET DATA TYPE text;
DROP TYPE "public"."f";
CREATE TYPE "public"."f" AS RANGE (SUBTYPE = double precision, MULTIRANGE_TYPE_NAME = "public"."f_multirange");
ALTER TABLE "t" ALTER COLUMN "y" SET DATA TYPE "public"."f" USING "y"::"public"."f";
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE text;
DROP TYPE "public"."r";
CREATE TYPE "public"."r" AS RANGE (SUBTYPE = text, COLLATION = "C", MULTIRANGE_TYPE_NAME = "public"."r_multirange");
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE "public"."r" USING "x"::"public"."r";
