-- before
alter default privileges revoke execute on functions from public;
alter default privileges in schema public grant execute on functions to app_user;
-- after
alter default privileges revoke execute on functions from public;
alter default privileges in schema public grant execute on functions to app_user;
create function f() returns int language sql as 'select 1';
-- changes
-- create grant function public.f() to PUBLIC [substance]: only in the models
-- create grant function public.f() to app_user [substance]: only in the models
-- create function public.f() [substance]: only in the models
-- plan
CREATE FUNCTION "public"."f"() RETURNS integer LANGUAGE sql AS $function$select 1$function$;
REVOKE EXECUTE ON FUNCTION "public"."f"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "public"."f"() TO "app_user";
-- down
DROP FUNCTION "public"."f"();
