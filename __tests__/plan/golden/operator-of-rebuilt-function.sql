-- before
create function f(int, int) returns boolean language sql immutable as 'select $1 = $2';
create operator === (function = f, leftarg = int, rightarg = int);
create table a (x int check (x === 1));
-- after
create function f(a int, b int) returns boolean language sql immutable as 'select $1 = $2';
create operator === (function = f, leftarg = int, rightarg = int);
create table a (x int check (x === 1));
-- changes
-- alter function public.f(integer, integer) [substance]: arguments: (integer, integer) → (a integer, b integer)
-- plan
CREATE OR REPLACE FUNCTION "public"."f"(a integer, b integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS $function$select $1 = $2$function$;
-- down
ALTER TABLE "a" DROP CONSTRAINT "a_x_check";
DROP OPERATOR "public".=== (integer, integer);
DROP FUNCTION "public"."f"(integer, integer);
CREATE FUNCTION "public"."f"(integer, integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS $function$select $1 = $2$function$;
CREATE OPERATOR "public".=== (FUNCTION = public.f, LEFTARG = integer, RIGHTARG = integer);
ALTER TABLE "a" ADD CONSTRAINT "a_x_check" CHECK (x === 1);
