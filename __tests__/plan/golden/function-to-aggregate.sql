-- before
create function f(int) returns int language sql as 'select 1';
-- after
create aggregate f(int) (sfunc = int4pl, stype = int, initcond = '0');
-- changes
-- create aggregate public.f(integer) [substance]: only in the models
-- drop function public.f(integer) [substance]: only in the database
-- plan
DROP FUNCTION "public"."f"(integer);
CREATE AGGREGATE "public"."f"(integer) (SFUNC = pg_catalog.int4pl, STYPE = integer, INITCOND = '0');
-- down
DROP AGGREGATE "public"."f"(integer);
CREATE FUNCTION "public"."f"(integer) RETURNS integer LANGUAGE sql AS $function$select 1$function$;
