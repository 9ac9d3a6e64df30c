-- One column has the rebuilt type already, another one gets it.
-- before
create type k as (a integer, b text);
create table t (x k);
-- after
create type k as (a bigint, b integer);
create table t (x k, y k);
-- changes
-- alter composite type public.k [substance]: attributes: + a bigint, + b integer, - a integer, - b text
-- create column public.t.y [substance]: only in the models
-- plan
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE text;
DROP TYPE "public"."k";
CREATE TYPE "public"."k" AS ("a" bigint, "b" integer);
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE "public"."k" USING "x"::"public"."k";
ALTER TABLE "t" ADD COLUMN "y" k;
-- down
ALTER TABLE "t" DROP COLUMN "y";
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE text;
DROP TYPE "public"."k";
CREATE TYPE "public"."k" AS ("a" integer, "b" text);
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE "public"."k" USING "x"::"public"."k";
