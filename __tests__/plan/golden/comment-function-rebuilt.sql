-- before
create function f(a int) returns int language sql as 'select 1';
comment on function f(int) is 'kept';
grant execute on function f(int) to app_user;
revoke execute on function f(int) from public;
-- after
create function f(a int) returns bigint language sql as 'select 1::bigint';
comment on function f(int) is 'kept';
grant execute on function f(int) to app_user;
revoke execute on function f(int) from public;
-- changes
-- alter function public.f(integer) [substance]: body: line 1: select 1 → select 1::bigint; returns: integer → bigint
-- plan
DROP FUNCTION "public"."f"(integer);
CREATE FUNCTION "public"."f"(a integer) RETURNS bigint LANGUAGE sql AS $function$select 1::bigint$function$;
GRANT EXECUTE ON FUNCTION "public"."f"(integer) TO "app_user";
REVOKE EXECUTE ON FUNCTION "public"."f"(integer) FROM PUBLIC;
COMMENT ON FUNCTION "public"."f"(integer) IS 'kept';
-- down
DROP FUNCTION "public"."f"(integer);
CREATE FUNCTION "public"."f"(a integer) RETURNS integer LANGUAGE sql AS $function$select 1$function$;
GRANT EXECUTE ON FUNCTION "public"."f"(integer) TO "app_user";
REVOKE EXECUTE ON FUNCTION "public"."f"(integer) FROM PUBLIC;
COMMENT ON FUNCTION "public"."f"(integer) IS 'kept';
