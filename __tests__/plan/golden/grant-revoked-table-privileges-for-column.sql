-- before
create table t (a int, b int);
grant select on t to app_user;
grant select (a) on t to app_user;
-- after
create table t (a int, b int);
grant select (a) on t to app_user;
-- changes
-- drop grant public.t to app_user [substance]: only in the database
-- plan
REVOKE SELECT ON TABLE "t" FROM "app_user";
GRANT SELECT ("a") ON TABLE "t" TO "app_user";
-- down
GRANT SELECT ON TABLE "t" TO "app_user";
