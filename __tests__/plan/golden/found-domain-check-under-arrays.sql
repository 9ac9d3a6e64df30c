-- Postgres checks no values inside of arrays or rows: the domain is made anew. Less can be asked in place.
-- before
create domain d as integer;
create domain e as d;
create type k as (v d);
create table t (x d[], y d, z k, v e[]);
-- after
create domain d as integer constraint ok check (value > 0);
create domain e as d;
create type k as (v d);
create table t (x d[], y d, z k, v e[]);
-- changes
-- alter domain public.d [substance]: checks: + ok (VALUE > 0)
-- plan
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE text[];
ALTER TABLE "t" ALTER COLUMN "y" SET DATA TYPE text;
ALTER TABLE "t" ALTER COLUMN "z" SET DATA TYPE text;
ALTER TABLE "t" ALTER COLUMN "v" SET DATA TYPE text[];
DROP DOMAIN "public"."e";
DROP TYPE "public"."k";
DROP DOMAIN "public"."d";
CREATE DOMAIN "public"."d" AS integer CONSTRAINT "ok" CHECK (VALUE > 0);
CREATE TYPE "public"."k" AS ("v" d);
CREATE DOMAIN "public"."e" AS d;
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE "public"."d"[] USING "x"::"public"."d"[];
ALTER TABLE "t" ALTER COLUMN "y" SET DATA TYPE "public"."d" USING "y"::"public"."d";
ALTER TABLE "t" ALTER COLUMN "z" SET DATA TYPE "public"."k" USING "z"::"public"."k";
ALTER TABLE "t" ALTER COLUMN "v" SET DATA TYPE "public"."e"[] USING "v"::"public"."e"[];
-- down
ALTER DOMAIN "public"."d" DROP CONSTRAINT "ok";
