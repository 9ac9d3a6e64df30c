-- before
create function f(a int, out b int, out c int) language sql as 'select a, a';
-- after
create function f(a int, out b int, out c int, out d int) language sql as 'select a, a, a';
-- changes
-- alter function public.f(integer) [substance]: arguments: (a integer, OUT b integer, OUT c integer) → (a integer, OUT b integer, OUT c integer, OUT d integer); body: line 1: select a, a → select a, a, a
-- plan
DROP FUNCTION "public"."f"(integer);
CREATE FUNCTION "public"."f"(a integer, OUT b integer, OUT c integer, OUT d integer) RETURNS record LANGUAGE sql AS $function$select a, a, a$function$;
-- down
DROP FUNCTION "public"."f"(integer);
CREATE FUNCTION "public"."f"(a integer, OUT b integer, OUT c integer) RETURNS record LANGUAGE sql AS $function$select a, a$function$;
