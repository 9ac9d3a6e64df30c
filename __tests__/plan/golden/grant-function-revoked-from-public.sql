-- before
create function f() returns int language sql as 'select 1';
-- after
create function f() returns int language sql as 'select 1';
revoke execute on function f() from public;
-- changes
-- create grant function public.f() to PUBLIC [substance]: only in the models
-- plan
REVOKE EXECUTE ON FUNCTION "public"."f"() FROM PUBLIC;
-- down
GRANT EXECUTE ON FUNCTION "public"."f"() TO PUBLIC;
