-- before
create role guest;
create table t (a int);
grant select on t to guest;
create policy p on t to guest;
-- after
create table t (a int);
create policy p on t to app_user;
-- changes
-- drop role guest [substance]: only in the database
-- drop grant public.t to guest [substance]: only in the database
-- alter policy public.t.p [substance]: roles: (guest) → (app_user)
-- plan
REVOKE SELECT ON TABLE "t" FROM "guest";
ALTER POLICY "p" ON "t" TO "app_user";
DROP ROLE "guest";
-- down
CREATE ROLE "guest";
ALTER POLICY "p" ON "t" TO "guest";
GRANT SELECT ON TABLE "t" TO "guest";
