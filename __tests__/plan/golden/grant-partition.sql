-- before
create table t (a int) partition by list (a);
create table t1 partition of t for values in (1);
-- after
create table t (a int) partition by list (a);
create table t1 partition of t for values in (1);
grant select on t1 to app_user;
grant update (a) on t1 to app_user;
-- changes
-- create grant public.t1 to app_user [substance]: only in the models
-- create grant public.t1.a to app_user [substance]: only in the models
-- plan
GRANT SELECT ON TABLE "t1" TO "app_user";
GRANT UPDATE ("a") ON TABLE "t1" TO "app_user";
-- down
REVOKE SELECT ON TABLE "t1" FROM "app_user";
REVOKE UPDATE ("a") ON TABLE "t1" FROM "app_user";
