-- before
create table t (id int primary key, a int, b text);
insert into t select i, i, i from generate_series(1, 20) i;
-- after
create table t (id int primary key, a int, b text);
create index t_a on t (a);
create unique index t_b on t (lower(b)) where a > 0;
-- up
-- migration 1, not in a transaction
CREATE INDEX CONCURRENTLY "t_a" ON "t" USING btree ("a");
-- migration 2, not in a transaction
CREATE UNIQUE INDEX CONCURRENTLY "t_b" ON "t" USING btree (lower(b)) WHERE (a > 0);
-- down
-- migration 1, not in a transaction
DROP INDEX CONCURRENTLY "t_a";
-- migration 2, not in a transaction
DROP INDEX CONCURRENTLY "t_b";
