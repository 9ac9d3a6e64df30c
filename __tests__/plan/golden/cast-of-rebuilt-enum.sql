-- before
create type e as enum ('a', 'b');
create function to_e(int) returns e language sql immutable as $$ select case $1 when 1 then 'a' else 'b' end::e $$;
create cast (int as e) with function to_e(int);
-- after
create type e as enum ('b', 'a');
create function to_e(int) returns e language sql immutable as $$ select case $1 when 1 then 'a' else 'b' end::e $$;
create cast (int as e) with function to_e(int);
-- changes
-- alter enum public.e [form]: order of values: a, b → b, a
-- plan
DROP CAST (integer AS e);
DROP FUNCTION "public"."to_e"(integer);
DROP TYPE "public"."e";
CREATE TYPE "public"."e" AS ENUM('b', 'a');
CREATE FUNCTION "public"."to_e"(integer) RETURNS e LANGUAGE sql IMMUTABLE AS $function$ select case $1 when 1 then 'a' else 'b' end::e $function$;
CREATE CAST (integer AS e) WITH FUNCTION to_e(integer);
-- down
DROP CAST (integer AS e);
DROP FUNCTION "public"."to_e"(integer);
DROP TYPE "public"."e";
CREATE TYPE "public"."e" AS ENUM('a', 'b');
CREATE FUNCTION "public"."to_e"(integer) RETURNS e LANGUAGE sql IMMUTABLE AS $function$ select case $1 when 1 then 'a' else 'b' end::e $function$;
CREATE CAST (integer AS e) WITH FUNCTION to_e(integer);
