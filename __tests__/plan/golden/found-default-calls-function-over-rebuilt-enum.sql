-- The default lets go of the function before that goes, and is set after the enum was made anew.
-- before
create type e as enum ('a', 'b');
create function f() returns e immutable language sql return 'b'::e;
create table t (x e default f());
-- after
create type e as enum ('b');
create table t (x e default 'b');
-- changes
-- alter enum public.e [substance]: values: - 'a'
-- drop function public.f() [substance]: only in the database
-- alter column public.t.x [substance]: default: f() → 'b'::e
-- plan
ALTER TABLE "t" ALTER COLUMN "x" DROP DEFAULT;
DROP FUNCTION "public"."f"();
ALTER TABLE "t" ALTER COLUMN "x" DROP DEFAULT;
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE text;
DROP TYPE "public"."e";
CREATE TYPE "public"."e" AS ENUM('b');
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE "public"."e" USING "x"::"public"."e";
ALTER TABLE "t" ALTER COLUMN "x" SET DEFAULT 'b';
-- down
ALTER TYPE "public"."e" ADD VALUE 'a' BEFORE 'b';
CREATE FUNCTION "public"."f"() RETURNS e LANGUAGE sql IMMUTABLE RETURN 'b'::e;
ALTER TABLE "t" ALTER COLUMN "x" SET DEFAULT f();
