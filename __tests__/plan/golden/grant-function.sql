-- before
create function f(a int, text) returns int language sql as 'select 1';
create procedure pr(a int) language sql as 'select 1';
create aggregate ag (int) (sfunc = int4pl, stype = int);
-- after
create function f(a int, text) returns int language sql as 'select 1';
create procedure pr(a int) language sql as 'select 1';
create aggregate ag (int) (sfunc = int4pl, stype = int);
grant execute on function f(int, text) to app_user with grant option;
grant execute on procedure pr(int) to app_user;
grant execute on function ag(int) to app_user;
-- changes
-- create grant aggregate public.ag(integer) to app_user [substance]: only in the models
-- create grant function public.f(integer, text) to app_user [substance]: only in the models
-- create grant procedure public.pr(integer) to app_user [substance]: only in the models
-- plan
GRANT EXECUTE ON FUNCTION "public"."ag"(integer) TO "app_user";
GRANT EXECUTE ON FUNCTION "public"."f"(integer, text) TO "app_user" WITH GRANT OPTION;
GRANT EXECUTE ON PROCEDURE "public"."pr"(integer) TO "app_user";
-- down
REVOKE EXECUTE ON FUNCTION "public"."ag"(integer) FROM "app_user";
REVOKE EXECUTE ON FUNCTION "public"."f"(integer, text) FROM "app_user";
REVOKE EXECUTE ON PROCEDURE "public"."pr"(integer) FROM "app_user";
