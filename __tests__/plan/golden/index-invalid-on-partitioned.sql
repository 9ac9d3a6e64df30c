-- before
create table t (a int) partition by range (a);
create table t1 partition of t for values from (1) to (2);
create index i on only t (a);
-- after
create table t (a int) partition by range (a);
create table t1 partition of t for values from (1) to (2);
create index i on t (a);
-- changes
-- alter index public.t.i [substance]: the index is invalid
-- plan
DROP INDEX "i";
CREATE INDEX "i" ON "t" USING btree ("a");
-- down
-- nothing
