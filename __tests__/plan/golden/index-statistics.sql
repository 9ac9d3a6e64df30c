-- before
create table t (a int, b int);
create index i on t ((a + b), (a * b));
alter index i alter column 1 set statistics 50;
-- after
create table t (a int, b int);
create index i on t ((a + b), (a * b));
alter index i alter column 2 set statistics 500;
create index j on t ((a - b));
alter index j alter column 1 set statistics 0;
-- changes
-- alter index public.t.i [substance]: statistics: {"1":50} → {"2":500}
-- create index public.t.j [substance]: only in the models
-- plan
ALTER INDEX "i" ALTER COLUMN 1 SET STATISTICS -1;
ALTER INDEX "i" ALTER COLUMN 2 SET STATISTICS 500;
CREATE INDEX "j" ON "t" USING btree (((a - b)));
ALTER INDEX "j" ALTER COLUMN 1 SET STATISTICS 0;
-- down
DROP INDEX "j";
ALTER INDEX "i" ALTER COLUMN 2 SET STATISTICS -1;
ALTER INDEX "i" ALTER COLUMN 1 SET STATISTICS 50;
