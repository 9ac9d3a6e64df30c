-- before

-- after
create function zz(n int) returns int language sql as 'select 1';
create function aa(n int) returns int language sql as 'select zz(n)';
create or replace function zz(n int) returns int language sql as 'select aa(n)';
-- changes
-- create function public.aa(integer) [substance]: only in the models
-- create function public.zz(integer) [substance]: only in the models
-- plan
CREATE FUNCTION "public"."zz"(n integer) RETURNS integer LANGUAGE sql SET check_function_bodies TO 'off' AS $function$select aa(n)$function$;
ALTER FUNCTION "public"."zz"(integer) RESET check_function_bodies;
CREATE FUNCTION "public"."aa"(n integer) RETURNS integer LANGUAGE sql AS $function$select zz(n)$function$;
-- down
DROP FUNCTION "public"."aa"(integer);
DROP FUNCTION "public"."zz"(integer);
