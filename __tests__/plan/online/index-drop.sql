-- before
create table t (id int primary key, a int, b text);
insert into t select i, i, i from generate_series(1, 20) i;
create index t_a on t (a);
-- after
create table t (id int primary key, a int, b text);
-- up
-- migration 1, not in a transaction
DROP INDEX CONCURRENTLY "t_a";
-- down
-- migration 1, not in a transaction
CREATE INDEX CONCURRENTLY "t_a" ON "t" USING btree ("a");
