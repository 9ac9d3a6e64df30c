-- before
create function f(variadic a int[]) returns int language sql as 'select 1';
-- after
create function f(variadic a int[] default '{}') returns int language sql as 'select 2';
-- changes
-- alter function public.f(integer[]) [substance]: arguments: (VARIADIC a integer[]) → (VARIADIC a integer[] DEFAULT '{}'::integer[]); body: line 1: select 1 → select 2
-- plan
CREATE OR REPLACE FUNCTION "public"."f"(VARIADIC a integer[] DEFAULT '{}'::integer[]) RETURNS integer LANGUAGE sql AS $function$select 2$function$;
-- down
DROP FUNCTION "public"."f"(integer[]);
CREATE FUNCTION "public"."f"(VARIADIC a integer[]) RETURNS integer LANGUAGE sql AS $function$select 1$function$;
