-- before
create table a (x int, y text);
create policy p on a using (x > 0);
-- after
create table a (x int, y text);
-- changes
-- drop policy public.a.p [substance]: only in the database
-- plan
DROP POLICY "p" ON "a";
-- down
CREATE POLICY "p" ON "a" AS PERMISSIVE FOR ALL TO public USING (x > 0);
