-- before
create table a (x int);
-- after
create table a (x int);
create policy "All of it" on a as restrictive for all to public using (true) with check (x > 0);
-- changes
-- create policy public.a."All of it" [substance]: only in the models
-- plan
CREATE POLICY "All of it" ON "a" AS RESTRICTIVE FOR ALL TO public USING (true) WITH CHECK (x > 0);
-- down
DROP POLICY "All of it" ON "a";
