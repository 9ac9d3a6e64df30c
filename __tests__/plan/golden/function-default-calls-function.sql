-- before

-- after
create function zz_base() returns int language sql as 'select 1';
create function f(a int default zz_base()) returns int language sql as 'select a';
-- changes
-- create function public.f(integer) [substance]: only in the models
-- create function public.zz_base() [substance]: only in the models
-- plan
CREATE FUNCTION "public"."zz_base"() RETURNS integer LANGUAGE sql AS $function$select 1$function$;
CREATE FUNCTION "public"."f"(a integer DEFAULT zz_base()) RETURNS integer LANGUAGE sql AS $function$select a$function$;
-- down
DROP FUNCTION "public"."f"(integer);
DROP FUNCTION "public"."zz_base"();
