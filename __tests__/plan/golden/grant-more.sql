-- before
create table t (a int);
grant select on t to app_user;
-- after
create table t (a int);
grant select, update on t to app_user;
-- changes
-- alter grant public.t to app_user [substance]: privileges: (SELECT) → (SELECT, UPDATE)
-- plan
GRANT UPDATE ON TABLE "t" TO "app_user";
-- down
REVOKE UPDATE ON TABLE "t" FROM "app_user";
