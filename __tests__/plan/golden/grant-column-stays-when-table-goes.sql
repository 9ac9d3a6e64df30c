-- before
create table t (a int, b int);
grant select, insert on t to app_user;
grant select (a), update (a) on t to app_user;
-- after
create table t (a int, b int);
grant insert on t to app_user;
grant select (a), update (a) on t to app_user;
-- changes
-- alter grant public.t to app_user [substance]: privileges: (INSERT, SELECT) → (INSERT)
-- plan
REVOKE SELECT ON TABLE "t" FROM "app_user";
GRANT SELECT ("a") ON TABLE "t" TO "app_user";
-- down
GRANT SELECT ON TABLE "t" TO "app_user";
