-- before
create function f(a int) returns int language sql immutable as 'select a';
create table a (x int, y int generated always as (f(x)) stored);
-- after
create function f(b int) returns int language sql immutable as 'select b';
create table a (x int, y int generated always as (f(x)) stored);
-- changes
-- alter function public.f(integer) [substance]: arguments: (a integer) → (b integer); body: line 1: select a → select b
-- plan
ALTER TABLE "a" DROP COLUMN "y";
DROP FUNCTION "public"."f"(integer);
CREATE FUNCTION "public"."f"(b integer) RETURNS integer LANGUAGE sql IMMUTABLE AS $function$select b$function$;
ALTER TABLE "a" ADD COLUMN "y" integer GENERATED ALWAYS AS (f(x)) STORED;
-- down
ALTER TABLE "a" DROP COLUMN "y";
DROP FUNCTION "public"."f"(integer);
CREATE FUNCTION "public"."f"(a integer) RETURNS integer LANGUAGE sql IMMUTABLE AS $function$select a$function$;
ALTER TABLE "a" ADD COLUMN "y" integer GENERATED ALWAYS AS (f(x)) STORED;
