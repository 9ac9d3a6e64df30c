-- before
create procedure p() language sql as 'select 1';
-- after
create procedure p() language sql as 'select 1';
grant execute on procedure p() to app_user;
comment on procedure p() is 'runs';
-- changes
-- create comment procedure public.p() [form]: only in the models
-- create grant procedure public.p() to app_user [substance]: only in the models
-- plan
GRANT EXECUTE ON PROCEDURE "public"."p"() TO "app_user";
COMMENT ON PROCEDURE "public"."p"() IS 'runs';
-- down
COMMENT ON PROCEDURE "public"."p"() IS NULL;
REVOKE EXECUTE ON PROCEDURE "public"."p"() FROM "app_user";
