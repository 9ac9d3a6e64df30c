-- before
create table t (a int, b int) partition by range (a);
create table t1 partition of t for values from (1) to (2);
create index i on t (b);
create index own on t1 (a);
-- after
create table t (a int, b int) partition by range (a);
create table t1 partition of t for values from (1) to (2);
create index i on t (b, a);
create index own on t1 (a, b);
-- changes
-- alter index public.t.i [substance]: columns: (b) → (b, a)
-- alter index public.t1.own [substance]: columns: (a) → (a, b)
-- plan
DROP INDEX "i";
DROP INDEX "own";
CREATE INDEX "i" ON "t" USING btree ("b","a");
CREATE INDEX "own" ON "t1" USING btree ("a","b");
-- down
DROP INDEX "i";
DROP INDEX "own";
CREATE INDEX "i" ON "t" USING btree ("b");
CREATE INDEX "own" ON "t1" USING btree ("a");
