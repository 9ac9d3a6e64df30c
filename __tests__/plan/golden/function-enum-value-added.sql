-- before
create type e as enum ('a', 'b');
create function f(v e) returns e language sql as 'select v';
-- after
create type e as enum ('a', 'b', 'c');
create function f(v e) returns e language sql as 'select v';
-- changes
-- alter enum public.e [substance]: values: + 'c'
-- plan
ALTER TYPE "public"."e" ADD VALUE 'c';
-- down
DROP FUNCTION "public"."f"(e);
DROP TYPE "public"."e";
CREATE TYPE "public"."e" AS ENUM('a', 'b');
CREATE FUNCTION "public"."f"(v e) RETURNS e LANGUAGE sql AS $function$select v$function$;
