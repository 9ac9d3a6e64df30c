-- before
create table a (x int, y text);
create policy p on a for select using (x > 0);
-- after
create table a (x int, y text);
create policy p on a for delete using (x > 0);
-- changes
-- alter policy public.a.p [substance]: command: SELECT → DELETE
-- plan
DROP POLICY "p" ON "a";
CREATE POLICY "p" ON "a" AS PERMISSIVE FOR DELETE TO public USING (x > 0);
-- down
DROP POLICY "p" ON "a";
CREATE POLICY "p" ON "a" AS PERMISSIVE FOR SELECT TO public USING (x > 0);
