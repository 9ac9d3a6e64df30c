-- before

-- after
create table p (id int) partition by range (id);
create table p1 partition of p for values from (1) to (9);
create policy q on p using (id > 0);
create policy r on p1 using (id > 1);
-- changes
-- create table public.p [substance]: only in the models
-- create policy public.p.q [substance]: only in the models
-- create table public.p1 [substance]: only in the models
-- create policy public.p1.r [substance]: only in the models
-- plan
CREATE TABLE "p" (
	"id" integer
) PARTITION BY RANGE (id);
CREATE TABLE "p1" PARTITION OF p FOR VALUES FROM (1) TO (9);
CREATE POLICY "q" ON "p" AS PERMISSIVE FOR ALL TO public USING (id > 0);
CREATE POLICY "r" ON "p1" AS PERMISSIVE FOR ALL TO public USING (id > 1);
-- down
DROP TABLE "p1";
DROP TABLE "p";
