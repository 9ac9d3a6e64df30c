-- before
create table t (a int);
grant select on t to app_user, app_admin;
-- after
create table t (a int);
grant select on t to app_admin;
-- changes
-- drop grant public.t to app_user [substance]: only in the database
-- plan
REVOKE SELECT ON TABLE "t" FROM "app_user";
-- down
GRANT SELECT ON TABLE "t" TO "app_user";
