-- before
create function f(int) returns int language sql as 'select 1';
-- after
create function f(a int) returns int language sql as 'select 1';
-- changes
-- alter function public.f(integer) [substance]: arguments: (integer) → (a integer)
-- plan
CREATE OR REPLACE FUNCTION "public"."f"(a integer) RETURNS integer LANGUAGE sql AS $function$select 1$function$;
-- down
DROP FUNCTION "public"."f"(integer);
CREATE FUNCTION "public"."f"(integer) RETURNS integer LANGUAGE sql AS $function$select 1$function$;
