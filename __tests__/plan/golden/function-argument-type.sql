-- before
create function f(a int) returns int language sql as 'select 1';
-- after
create function f(a bigint) returns int language sql as 'select 1';
-- changes
-- create function public.f(bigint) [substance]: only in the models
-- drop function public.f(integer) [substance]: only in the database
-- plan
DROP FUNCTION "public"."f"(integer);
CREATE FUNCTION "public"."f"(a bigint) RETURNS integer LANGUAGE sql AS $function$select 1$function$;
-- down
DROP FUNCTION "public"."f"(bigint);
CREATE FUNCTION "public"."f"(a integer) RETURNS integer LANGUAGE sql AS $function$select 1$function$;
