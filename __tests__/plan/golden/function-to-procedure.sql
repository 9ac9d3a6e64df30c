-- before
create function f(a int) returns void language sql as 'select 1';
-- after
create procedure f(a int) language sql as 'select 1';
-- changes
-- drop function public.f(integer) [substance]: only in the database
-- create procedure public.f(integer) [substance]: only in the models
-- plan
DROP FUNCTION "public"."f"(integer);
CREATE PROCEDURE "public"."f"(a integer) LANGUAGE sql AS $procedure$select 1$procedure$;
-- down
DROP PROCEDURE "public"."f"(integer);
CREATE FUNCTION "public"."f"(a integer) RETURNS void LANGUAGE sql AS $function$select 1$function$;
