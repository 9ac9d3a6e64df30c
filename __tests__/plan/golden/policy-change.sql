-- before
create table a (x int);
create policy p on a for select to app_user using (x = 1);
create policy q on a for insert with check (x = 1);
-- after
create table a (x int);
create policy p on a for select to app_user, app_admin using (x = 2);
create policy q on a as restrictive for update using (x = 1) with check (x = 1);
-- changes
-- alter policy public.a.p [substance]: roles: (app_user) → (app_admin, app_user); using: (x = 1) → (x = 2)
-- alter policy public.a.q [substance]: command: INSERT → UPDATE; permissive: yes → no; using: none → (x = 1)
-- plan
DROP POLICY "q" ON "a";
ALTER POLICY "p" ON "a" TO "app_admin", "app_user";
ALTER POLICY "p" ON "a" USING (x = 2);
CREATE POLICY "q" ON "a" AS RESTRICTIVE FOR UPDATE TO public USING (x = 1) WITH CHECK (x = 1);
-- down
DROP POLICY "q" ON "a";
ALTER POLICY "p" ON "a" TO "app_user";
ALTER POLICY "p" ON "a" USING (x = 1);
CREATE POLICY "q" ON "a" AS PERMISSIVE FOR INSERT TO public WITH CHECK (x = 1);
