-- before

-- after
create function f() returns text language sql as E'select\r\n  1::text -- \t ü\r\n';
-- changes
-- create function public.f() [substance]: only in the models
-- plan
CREATE FUNCTION "public"."f"() RETURNS text LANGUAGE sql AS $function$select
  1::text -- 	 ü
$function$;
-- down
DROP FUNCTION "public"."f"();
