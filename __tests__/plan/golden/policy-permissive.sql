-- before
create table a (x int, y text);
create policy p on a using (x > 0);
-- after
create table a (x int, y text);
create policy p on a as restrictive using (x > 0);
-- changes
-- alter policy public.a.p [substance]: permissive: yes → no
-- plan
DROP POLICY "p" ON "a";
CREATE POLICY "p" ON "a" AS RESTRICTIVE FOR ALL TO public USING (x > 0);
-- down
DROP POLICY "p" ON "a";
CREATE POLICY "p" ON "a" AS PERMISSIVE FOR ALL TO public USING (x > 0);
