-- before

-- after
create function f() returns text language sql as 'select 1::text --$';
-- changes
-- create function public.f() [substance]: only in the models
-- plan
CREATE FUNCTION "public"."f"() RETURNS text LANGUAGE sql AS $function$select 1::text --$$function$;
-- down
DROP FUNCTION "public"."f"();
