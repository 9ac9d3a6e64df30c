-- before
create function f() returns int language sql as 'select 1';
revoke execute on function f() from public;
-- after
create function f() returns int language sql as 'select 1';
-- changes
-- drop grant function public.f() to PUBLIC [substance]: only in the database
-- plan
GRANT EXECUTE ON FUNCTION "public"."f"() TO PUBLIC;
-- down
REVOKE EXECUTE ON FUNCTION "public"."f"() FROM PUBLIC;
