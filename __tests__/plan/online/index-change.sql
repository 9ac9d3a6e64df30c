-- before
create table t (id int primary key, a int, b text);
insert into t select i, i, i from generate_series(1, 20) i;
create index t_a on t (a);
-- after
create table t (id int primary key, a int, b text);
create index t_a on t (a, b);
-- up
-- migration 1, not in a transaction
CREATE INDEX CONCURRENTLY "t_a_new" ON "t" USING btree ("a","b");
-- migration 2, not in a transaction
DROP INDEX CONCURRENTLY "t_a";
-- migration 3
SET LOCAL lock_timeout = '5s';
ALTER INDEX "t_a_new" RENAME TO "t_a";
-- down
-- migration 1, not in a transaction
CREATE INDEX CONCURRENTLY "t_a_new" ON "t" USING btree ("a");
-- migration 2, not in a transaction
DROP INDEX CONCURRENTLY "t_a";
-- migration 3
SET LOCAL lock_timeout = '5s';
ALTER INDEX "t_a_new" RENAME TO "t_a";
