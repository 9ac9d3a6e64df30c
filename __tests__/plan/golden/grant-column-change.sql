-- before
create table t (a int);
grant select (a) on t to app_user;
-- after
create table t (a int);
grant update (a) on t to app_user with grant option;
-- changes
-- alter grant public.t.a to app_user [substance]: grantable: () → (UPDATE); privileges: (SELECT) → (UPDATE)
-- plan
REVOKE SELECT ("a") ON TABLE "t" FROM "app_user";
GRANT UPDATE ("a") ON TABLE "t" TO "app_user" WITH GRANT OPTION;
-- down
REVOKE UPDATE ("a") ON TABLE "t" FROM "app_user";
GRANT SELECT ("a") ON TABLE "t" TO "app_user";
