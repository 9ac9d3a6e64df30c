-- before
create type e as enum ('a', 'b');
create function same(e, text) returns boolean language sql immutable as 'select $1::text = $2';
create operator === (function = same, leftarg = e, rightarg = text);
-- after
create type e as enum ('a');
create function same(e, text) returns boolean language sql immutable as 'select $1::text = $2';
create operator === (function = same, leftarg = e, rightarg = text);
-- changes
-- alter enum public.e [substance]: values: - 'b'
-- plan
DROP OPERATOR "public".=== (e, text);
DROP FUNCTION "public"."same"(e, text);
DROP TYPE "public"."e";
CREATE TYPE "public"."e" AS ENUM('a');
CREATE FUNCTION "public"."same"(e, text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $function$select $1::text = $2$function$;
CREATE OPERATOR "public".=== (FUNCTION = public.same, LEFTARG = e, RIGHTARG = text);
-- down
ALTER TYPE "public"."e" ADD VALUE 'b';
