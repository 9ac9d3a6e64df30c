-- before
create table t (id int primary key, a int);
insert into t select i, i from generate_series(1, 20) i;
-- after
create table t (id int primary key, a int);
create index i on t ((a + 1), a);
alter index i alter column 1 set statistics 500;
alter table t cluster on i;
-- up
-- migration 1, not in a transaction
CREATE INDEX CONCURRENTLY "i" ON "t" USING btree (((a + 1)),"a");
-- migration 2
SET LOCAL lock_timeout = '5s';
ALTER INDEX "i" ALTER COLUMN 1 SET STATISTICS 500;
ALTER TABLE "t" CLUSTER ON "i";
-- down
-- migration 1, not in a transaction
DROP INDEX CONCURRENTLY "i";
