-- before
create table t (a int);
grant select, insert on t to app_user with grant option;
-- after
create table t (a int);
grant select on t to app_user with grant option;
grant insert on t to app_user;
-- changes
-- alter grant public.t to app_user [substance]: grantable: (INSERT, SELECT) → (SELECT)
-- plan
REVOKE GRANT OPTION FOR INSERT ON TABLE "t" FROM "app_user";
-- down
GRANT INSERT ON TABLE "t" TO "app_user" WITH GRANT OPTION;
