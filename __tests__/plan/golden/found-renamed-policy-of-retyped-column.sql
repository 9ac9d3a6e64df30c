-- What gets another name and stands in the way as well is made anew.
-- before
create table t (x integer);
create policy old on t using (x > 0);
-- after
create table t (x bigint);
create policy new on t using (x > 0);
-- changes
-- rename policy public.t.new [form]: the same under another name: old → new
-- alter column public.t.x [substance]: type: integer → bigint
-- plan
DROP POLICY "old" ON "t";
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE bigint;
CREATE POLICY "new" ON "t" AS PERMISSIVE FOR ALL TO public USING (x > 0);
-- down
DROP POLICY "new" ON "t";
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE integer;
CREATE POLICY "old" ON "t" AS PERMISSIVE FOR ALL TO public USING (x > 0);
