-- Values keep their places: what is wanted in another order is made in the one that is there.
-- before
create type c as (x int, y int);
create table t (p c);
-- after
create type c as (y bigint, x int);
create table t (p c);
-- changes
-- alter composite type public.c [substance]: attributes: + y bigint, - y integer
-- plan
ALTER TABLE "t" ALTER COLUMN "p" SET DATA TYPE text;
DROP TYPE "public"."c";
CREATE TYPE "public"."c" AS ("x" integer, "y" bigint);
ALTER TABLE "t" ALTER COLUMN "p" SET DATA TYPE "public"."c" USING "p"::"public"."c";
-- down
ALTER TABLE "t" ALTER COLUMN "p" SET DATA TYPE text;
DROP TYPE "public"."c";
CREATE TYPE "public"."c" AS ("y" integer, "x" integer);
ALTER TABLE "t" ALTER COLUMN "p" SET DATA TYPE "public"."c" USING "p"::"public"."c";
