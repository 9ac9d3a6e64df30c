-- before
create type e as enum ('a', 'b', 'c');
create function f(v e) returns e language sql as 'select v';
create table t (v e, w text default f('a')::text);
-- after
create type e as enum ('a', 'c');
create function f(v e) returns e language sql as 'select v';
create table t (v e, w text default f('a')::text);
-- changes
-- alter enum public.e [substance]: values: - 'b'
-- plan
ALTER TABLE "t" ALTER COLUMN "w" DROP DEFAULT;
DROP FUNCTION "public"."f"(e);
ALTER TABLE "t" ALTER COLUMN "w" DROP DEFAULT;
ALTER TABLE "t" ALTER COLUMN "v" SET DATA TYPE text;
DROP TYPE "public"."e";
CREATE TYPE "public"."e" AS ENUM('a', 'c');
ALTER TABLE "t" ALTER COLUMN "v" SET DATA TYPE "public"."e" USING "v"::"public"."e";
CREATE FUNCTION "public"."f"(v e) RETURNS e LANGUAGE sql AS $function$select v$function$;
ALTER TABLE "t" ALTER COLUMN "w" SET DEFAULT (f('a'::e))::text;
-- down
ALTER TYPE "public"."e" ADD VALUE 'b' BEFORE 'c';
