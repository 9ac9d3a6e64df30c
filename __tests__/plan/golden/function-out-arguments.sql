-- before
create function f(a int, out b int) language sql as 'select a';
-- after
create function f(a int, out b int, inout c text default 'x') language sql as 'select a, c';
-- changes
-- drop function public.f(integer) [substance]: only in the database
-- create function public.f(integer, text) [substance]: only in the models
-- plan
DROP FUNCTION "public"."f"(integer);
CREATE FUNCTION "public"."f"(a integer, OUT b integer, INOUT c text DEFAULT 'x'::text) RETURNS record LANGUAGE sql AS $function$select a, c$function$;
-- down
DROP FUNCTION "public"."f"(integer, text);
CREATE FUNCTION "public"."f"(a integer, OUT b integer) RETURNS integer LANGUAGE sql AS $function$select a$function$;
