-- before
create function f(a int) returns int language sql as 'select 1';
create view v as select f(1) as one;
-- after
create function f(b int) returns int language sql as 'select 1';
create view v as select f(1) as one;
-- changes
-- alter function public.f(integer) [substance]: arguments: (a integer) → (b integer)
-- plan
DROP VIEW "v";
DROP FUNCTION "public"."f"(integer);
CREATE FUNCTION "public"."f"(b integer) RETURNS integer LANGUAGE sql AS $function$select 1$function$;
CREATE VIEW "v" AS SELECT f(1) AS one;
-- down
DROP VIEW "v";
DROP FUNCTION "public"."f"(integer);
CREATE FUNCTION "public"."f"(a integer) RETURNS integer LANGUAGE sql AS $function$select 1$function$;
CREATE VIEW "v" AS SELECT f(1) AS one;
