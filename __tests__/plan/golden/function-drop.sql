-- before
create function f(a int) returns int language sql as 'select a';
-- after

-- changes
-- drop function public.f(integer) [substance]: only in the database
-- plan
DROP FUNCTION "public"."f"(integer);
-- down
CREATE FUNCTION "public"."f"(a integer) RETURNS integer LANGUAGE sql AS $function$select a$function$;
