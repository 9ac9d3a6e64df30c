-- The composite type has the enum as soon as its attribute is added, and so goes before it.
-- before
create type e as enum ('a', 'b');
create type k as (v integer);
create table t (x k, y e);
-- after
create type e as enum ('b');
create type k as (v integer, w e);
create table t (x k, y e);
-- changes
-- alter enum public.e [substance]: values: - 'a'
-- alter composite type public.k [substance]: attributes: + w e
-- plan
ALTER TYPE "public"."k" ADD ATTRIBUTE "w" e;
ALTER TABLE "t" ALTER COLUMN "y" SET DATA TYPE text;
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE text;
DROP TYPE "public"."k";
DROP TYPE "public"."e";
CREATE TYPE "public"."e" AS ENUM('b');
CREATE TYPE "public"."k" AS ("v" integer, "w" e);
ALTER TABLE "t" ALTER COLUMN "y" SET DATA TYPE "public"."e" USING "y"::"public"."e";
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE "public"."k" USING "x"::"public"."k";
-- down
ALTER TYPE "public"."k" DROP ATTRIBUTE "w";
ALTER TYPE "public"."e" ADD VALUE 'a' BEFORE 'b';
