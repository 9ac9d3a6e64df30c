-- before

-- after
create function zz() returns int language sql as 'select 1';
create function aa() returns int language sql as 'select zz()';
-- changes
-- create function public.aa() [substance]: only in the models
-- create function public.zz() [substance]: only in the models
-- plan
CREATE FUNCTION "public"."zz"() RETURNS integer LANGUAGE sql AS $function$select 1$function$;
CREATE FUNCTION "public"."aa"() RETURNS integer LANGUAGE sql AS $function$select zz()$function$;
-- down
DROP FUNCTION "public"."aa"();
DROP FUNCTION "public"."zz"();
