-- before
create table t (a int, b int);
-- after
create table t (a int, b int);
grant select (a), update (a, b) on t to app_user;
-- changes
-- create grant public.t.a to app_user [substance]: only in the models
-- create grant public.t.b to app_user [substance]: only in the models
-- plan
GRANT SELECT ("a"), UPDATE ("a") ON TABLE "t" TO "app_user";
GRANT UPDATE ("b") ON TABLE "t" TO "app_user";
-- down
REVOKE SELECT ("a"), UPDATE ("a") ON TABLE "t" FROM "app_user";
REVOKE UPDATE ("b") ON TABLE "t" FROM "app_user";
