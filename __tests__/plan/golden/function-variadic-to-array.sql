-- before
create function f(variadic a int[]) returns int language sql as 'select 1';
-- after
create function f(a int[]) returns int language sql as 'select 1';
-- changes
-- alter function public.f(integer[]) [substance]: arguments: (VARIADIC a integer[]) → (a integer[])
-- plan
DROP FUNCTION "public"."f"(integer[]);
CREATE FUNCTION "public"."f"(a integer[]) RETURNS integer LANGUAGE sql AS $function$select 1$function$;
-- down
DROP FUNCTION "public"."f"(integer[]);
CREATE FUNCTION "public"."f"(VARIADIC a integer[]) RETURNS integer LANGUAGE sql AS $function$select 1$function$;
