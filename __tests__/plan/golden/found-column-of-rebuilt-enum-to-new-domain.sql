-- The new domain is over the enum that the column had, which is made anew.
-- before
create type e as enum ('a', 'b');
create table t (x e default 'b', y e[], z e[]);
-- after
create type e as enum ('b');
create domain d as e;
create table t (x d default 'b', y d[], z e);
-- changes
-- create domain public.d [substance]: only in the models
-- alter enum public.e [substance]: values: - 'a'
-- alter column public.t.x [substance]: type: e → d
-- alter column public.t.y [substance]: type: e[] → d[]
-- alter column public.t.z [substance]: type: e[] → e
-- plan
ALTER TABLE "t" ALTER COLUMN "y" SET DATA TYPE text[] USING "y"::text[];
ALTER TABLE "t" ALTER COLUMN "x" DROP DEFAULT;
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE text;
ALTER TABLE "t" ALTER COLUMN "z" SET DATA TYPE text[];
DROP TYPE "public"."e";
CREATE TYPE "public"."e" AS ENUM('b');
ALTER TABLE "t" ALTER COLUMN "z" SET DATA TYPE e USING "z"::text::e;
CREATE DOMAIN "public"."d" AS e;
ALTER TABLE "t" ALTER COLUMN "x" DROP DEFAULT;
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE d USING "x"::d;
ALTER TABLE "t" ALTER COLUMN "x" SET DEFAULT 'b'::e;
ALTER TABLE "t" ALTER COLUMN "y" SET DATA TYPE d[] USING "y"::text[]::d[];
-- down
ALTER TYPE "public"."e" ADD VALUE 'a' BEFORE 'b';
ALTER TABLE "t" ALTER COLUMN "x" DROP DEFAULT;
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE e;
ALTER TABLE "t" ALTER COLUMN "x" SET DEFAULT 'b';
ALTER TABLE "t" ALTER COLUMN "y" SET DATA TYPE e[] USING "y"::text[]::e[];
DROP DOMAIN "public"."d";
ALTER TABLE "t" ALTER COLUMN "z" SET DATA TYPE e[] USING "z"::text::e[];
-- irreversible
-- changing the type of column public.t.x from e to d may not keep every value as it was
-- changing the type of column public.t.y from e[] to d[] may not keep every value as it was
-- changing the type of column public.t.z from e[] to e may not keep every value as it was
