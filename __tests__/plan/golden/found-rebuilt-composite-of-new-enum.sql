-- The composite type is made anew along with the enum that it leaves, and needs the new one by then.
-- before
create type e as enum ('a', 'b');
create type k as (v e);
create table t (x k);
-- after
create type e as enum ('b');
create type f as enum ('a');
create type k as (v f);
create table t (x k);
-- changes
-- alter enum public.e [substance]: values: - 'a'
-- create enum public.f [substance]: only in the models
-- alter composite type public.k [substance]: attributes: + v f, - v e
-- plan
CREATE TYPE "public"."f" AS ENUM('a');
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE text;
DROP TYPE "public"."k";
DROP TYPE "public"."e";
CREATE TYPE "public"."k" AS ("v" f);
CREATE TYPE "public"."e" AS ENUM('b');
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE "public"."k" USING "x"::"public"."k";
-- down
ALTER TYPE "public"."e" ADD VALUE 'a' BEFORE 'b';
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE text;
DROP TYPE "public"."k";
CREATE TYPE "public"."k" AS ("v" e);
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE "public"."k" USING "x"::"public"."k";
DROP TYPE "public"."f";
