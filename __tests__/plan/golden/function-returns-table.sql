-- before
create function f() returns table (a int, b text) language sql as $$ select 1, 'x' $$;
-- after
create function f() returns table (a int, b text, "C" date) language sql as $$ select 1, 'x', null::date $$;
-- changes
-- alter function public.f() [substance]: body: line 1: select 1, 'x' → select 1, 'x', null::date; returns: TABLE(a integer, b text) → TABLE(a integer, b text, "C" date)
-- plan
DROP FUNCTION "public"."f"();
CREATE FUNCTION "public"."f"() RETURNS TABLE(a integer, b text, "C" date) LANGUAGE sql AS $function$ select 1, 'x', null::date $function$;
-- down
DROP FUNCTION "public"."f"();
CREATE FUNCTION "public"."f"() RETURNS TABLE(a integer, b text) LANGUAGE sql AS $function$ select 1, 'x' $function$;
