-- before
select 1;
-- after
create function f() returns int language sql as 'select 1';
revoke all on function f() from public;
grant execute on function f() to app_user;
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
