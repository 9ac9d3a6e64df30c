-- One composite type takes the place of another while the enum in both is made anew: the column is text
-- meanwhile.
-- before
create type e as enum ('a', 'b');
create type k as (v e);
create table t (x k, y k[]);
-- after
create type e as enum ('b');
create type l as (v e);
create table t (x l, y l[]);
-- changes
-- alter enum public.e [substance]: values: - 'a'
-- drop composite type public.k [substance]: only in the database
-- create composite type public.l [substance]: only in the models
-- alter column public.t.x [substance]: type: k → l
-- alter column public.t.y [substance]: type: k[] → l[]
-- plan
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE text;
ALTER TABLE "t" ALTER COLUMN "y" SET DATA TYPE text[] USING "y"::text[];
DROP TYPE "public"."k";
DROP TYPE "public"."e";
CREATE TYPE "public"."e" AS ENUM('b');
CREATE TYPE "public"."l" AS ("v" e);
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE l USING "x"::l;
ALTER TABLE "t" ALTER COLUMN "y" SET DATA TYPE l[] USING "y"::text[]::l[];
-- down
ALTER TYPE "public"."e" ADD VALUE 'a' BEFORE 'b';
CREATE TYPE "public"."k" AS ("v" e);
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE k USING "x"::text::k;
ALTER TABLE "t" ALTER COLUMN "y" SET DATA TYPE k[] USING "y"::text[]::k[];
DROP TYPE "public"."l";
-- irreversible
-- changing the type of column public.t.x from k to l may not keep every value as it was
-- changing the type of column public.t.y from k[] to l[] may not keep every value as it was
