-- before
create function f(a int, b int) returns int language sql as 'select a';
-- after
create function f(a int, b int default 1 + 1) returns int language sql as 'select a';
-- changes
-- alter function public.f(integer, integer) [substance]: arguments: (a integer, b integer) → (a integer, b integer DEFAULT (1 + 1))
-- plan
CREATE OR REPLACE FUNCTION "public"."f"(a integer, b integer DEFAULT (1 + 1)) RETURNS integer LANGUAGE sql AS $function$select a$function$;
-- down
DROP FUNCTION "public"."f"(integer, integer);
CREATE FUNCTION "public"."f"(a integer, b integer) RETURNS integer LANGUAGE sql AS $function$select a$function$;
