-- A child's policy waits for the parent's column.
-- before
create table t (x integer);
create table child () inherits (t);
create policy p on child using (x > 0);
-- after
create table t (x integer, y integer);
create table child () inherits (t);
create policy p on child using (y > 0);
-- changes
-- alter policy public.child.p [substance]: using: (x > 0) → (y > 0)
-- create column public.t.y [substance]: only in the models
-- plan
ALTER TABLE "t" ADD COLUMN "y" integer;
ALTER POLICY "p" ON "child" USING (y > 0);
-- down
ALTER POLICY "p" ON "child" USING (x > 0);
ALTER TABLE "t" DROP COLUMN "y";
