-- before
create table a (x int, y text);
create policy p on a using (x > 0);
-- after
create table a (x int, y text);
create policy p on a using (x > 1) with check (x > 2);
-- changes
-- alter policy public.a.p [substance]: check: none → (x > 2); using: (x > 0) → (x > 1)
-- plan
ALTER POLICY "p" ON "a" USING (x > 1);
ALTER POLICY "p" ON "a" WITH CHECK (x > 2);
-- down
DROP POLICY "p" ON "a";
CREATE POLICY "p" ON "a" AS PERMISSIVE FOR ALL TO public USING (x > 0);
