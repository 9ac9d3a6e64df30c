-- before
create table t (a int);
-- after
create table t (a int);
grant select, insert on t to app_user;
-- changes
-- create grant public.t to app_user [substance]: only in the models
-- plan
GRANT INSERT, SELECT ON TABLE "t" TO "app_user";
-- down
REVOKE INSERT, SELECT ON TABLE "t" FROM "app_user";
