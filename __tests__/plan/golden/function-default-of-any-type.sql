-- before
create function f(a anyelement default 1) returns anyelement language sql as 'select a';
-- after
create function f(a anyelement default 'x'::text) returns anyelement language sql as 'select a';
-- changes
-- alter function public.f(anyelement) [substance]: arguments: (a anyelement DEFAULT 1) → (a anyelement DEFAULT 'x'::text)
-- plan
DROP FUNCTION "public"."f"(anyelement);
CREATE FUNCTION "public"."f"(a anyelement DEFAULT 'x'::text) RETURNS anyelement LANGUAGE sql AS $function$select a$function$;
-- down
DROP FUNCTION "public"."f"(anyelement);
CREATE FUNCTION "public"."f"(a anyelement DEFAULT 1) RETURNS anyelement LANGUAGE sql AS $function$select a$function$;
