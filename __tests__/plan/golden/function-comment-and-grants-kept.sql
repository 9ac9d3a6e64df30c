-- before
create function f(a int) returns int language sql as 'select a';
comment on function f(int) is 'of use';
grant execute on function f(int) to app_user;
revoke execute on function f(int) from public;
-- after
create function f(b int) returns int language sql as 'select b';
comment on function f(int) is 'of use';
grant execute on function f(int) to app_user;
revoke execute on function f(int) from public;
-- changes
-- alter function public.f(integer) [substance]: arguments: (a integer) → (b integer); body: line 1: select a → select b
-- plan
DROP FUNCTION "public"."f"(integer);
CREATE FUNCTION "public"."f"(b integer) RETURNS integer LANGUAGE sql AS $function$select b$function$;
GRANT EXECUTE ON FUNCTION "public"."f"(integer) TO "app_user";
REVOKE EXECUTE ON FUNCTION "public"."f"(integer) FROM PUBLIC;
COMMENT ON FUNCTION "public"."f"(integer) IS 'of use';
-- down
DROP FUNCTION "public"."f"(integer);
CREATE FUNCTION "public"."f"(a integer) RETURNS integer LANGUAGE sql AS $function$select a$function$;
GRANT EXECUTE ON FUNCTION "public"."f"(integer) TO "app_user";
REVOKE EXECUTE ON FUNCTION "public"."f"(integer) FROM PUBLIC;
COMMENT ON FUNCTION "public"."f"(integer) IS 'of use';
