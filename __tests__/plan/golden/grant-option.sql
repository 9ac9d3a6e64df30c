-- before
create table t (a int);
grant select on t to app_user;
-- after
create table t (a int);
grant select, delete on t to app_user with grant option;
-- changes
-- alter grant public.t to app_user [substance]: grantable: () → (DELETE, SELECT); privileges: (SELECT) → (DELETE, SELECT)
-- plan
GRANT DELETE, SELECT ON TABLE "t" TO "app_user" WITH GRANT OPTION;
-- down
REVOKE DELETE ON TABLE "t" FROM "app_user";
REVOKE GRANT OPTION FOR SELECT ON TABLE "t" FROM "app_user";
