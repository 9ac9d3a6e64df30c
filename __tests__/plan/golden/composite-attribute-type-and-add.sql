-- before
create type c as (x int, gone int, y text);
create table t (p c);
-- after
create type c as (x bigint, y text, z int);
create table t (p c);
-- changes
-- alter composite type public.c [substance]: attributes: + x bigint, + z integer, - x integer, - gone integer
-- plan
ALTER TYPE "public"."c" DROP ATTRIBUTE "gone";
ALTER TYPE "public"."c" ADD ATTRIBUTE "z" integer;
ALTER TABLE "t" ALTER COLUMN "p" SET DATA TYPE text;
DROP TYPE "public"."c";
CREATE TYPE "public"."c" AS ("x" bigint, "y" text, "z" integer);
ALTER TABLE "t" ALTER COLUMN "p" SET DATA TYPE "public"."c" USING "p"::"public"."c";
-- down
ALTER TYPE "public"."c" DROP ATTRIBUTE "z";
ALTER TYPE "public"."c" ADD ATTRIBUTE "gone" integer;
ALTER TABLE "t" ALTER COLUMN "p" SET DATA TYPE text;
DROP TYPE "public"."c";
CREATE TYPE "public"."c" AS ("x" integer, "y" text, "gone" integer);
ALTER TABLE "t" ALTER COLUMN "p" SET DATA TYPE "public"."c" USING "p"::"public"."c";
