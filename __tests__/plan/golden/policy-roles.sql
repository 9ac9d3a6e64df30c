-- before
create table a (x int, y text);
create policy p on a to app_user using (x > 0);
-- after
create table a (x int, y text);
create policy p on a to app_admin, app_user using (x > 0);
-- changes
-- alter policy public.a.p [substance]: roles: (app_user) → (app_admin, app_user)
-- plan
ALTER POLICY "p" ON "a" TO "app_admin", "app_user";
-- down
ALTER POLICY "p" ON "a" TO "app_user";
