-- before
create type e as enum ('a', 'b');
create function f(v e[]) returns setof e language sql as 'select unnest(v)';
-- after
create type e as enum ('b');
create function f(v e[]) returns setof e language sql as 'select unnest(v)';
-- changes
-- alter enum public.e [substance]: values: - 'a'
-- plan
DROP FUNCTION "public"."f"(e[]);
DROP TYPE "public"."e";
CREATE TYPE "public"."e" AS ENUM('b');
CREATE FUNCTION "public"."f"(v e[]) RETURNS SETOF e LANGUAGE sql AS $function$select unnest(v)$function$;
-- down
ALTER TYPE "public"."e" ADD VALUE 'a' BEFORE 'b';
