-- before
create table a (x int, y text);
create policy p on a using (x > 1) with check (x > 2);
comment on policy p on a is 'told';
-- after
create table a (x int, y text);
create policy p on a using (x > 1);
comment on policy p on a is 'told';
-- changes
-- alter policy public.a.p [substance]: check: (x > 2) → none
-- plan
DROP POLICY "p" ON "a";
CREATE POLICY "p" ON "a" AS PERMISSIVE FOR ALL TO public USING (x > 1);
COMMENT ON POLICY "p" ON "a" IS 'told';
-- down
ALTER POLICY "p" ON "a" WITH CHECK (x > 2);
