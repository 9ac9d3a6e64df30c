-- before
alter default privileges revoke execute on functions from public;
-- after
alter default privileges revoke execute on functions from public;
create function f() returns int language sql as 'select 1';
grant execute on function f() to public;
-- changes
-- create function public.f() [substance]: only in the models
-- plan
CREATE FUNCTION "public"."f"() RETURNS integer LANGUAGE sql AS $function$select 1$function$;
GRANT EXECUTE ON FUNCTION "public"."f"() TO PUBLIC;
-- down
DROP FUNCTION "public"."f"();
