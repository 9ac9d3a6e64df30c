-- Both the old type of the column and the new one are made anew: it is text in between.
-- before
create type e as enum ('a', 'b');
create domain d as e;
create table t (x d);
-- after
create type e as enum ('b');
create domain d as integer;
create table t (x e);
-- changes
-- alter domain public.d [substance]: type: e → integer
-- alter enum public.e [substance]: values: - 'a'
-- alter column public.t.x [substance]: type: d → e
-- plan
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE text;
DROP DOMAIN "public"."d";
DROP TYPE "public"."e";
CREATE DOMAIN "public"."d" AS integer;
CREATE TYPE "public"."e" AS ENUM('b');
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE e USING "x"::e;
-- down
ALTER TYPE "public"."e" ADD VALUE 'a' BEFORE 'b';
DROP DOMAIN "public"."d";
CREATE DOMAIN "public"."d" AS e;
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE d;
-- irreversible
-- changing the type of column public.t.x from d to e may not keep every value as it was
