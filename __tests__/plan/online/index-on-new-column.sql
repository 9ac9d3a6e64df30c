-- before
create table t (id int primary key, a int, b text);
insert into t select i, i, i from generate_series(1, 20) i;
-- after
create table t (id int primary key, a int, b text, c int);
create index t_c on t (c);
-- up
-- migration 1
SET LOCAL lock_timeout = '5s';
ALTER TABLE "t" ADD COLUMN "c" integer;
-- migration 2, not in a transaction
CREATE INDEX CONCURRENTLY "t_c" ON "t" USING btree ("c");
-- down
-- migration 1, not in a transaction
DROP INDEX CONCURRENTLY "t_c";
-- migration 2
SET LOCAL lock_timeout = '5s';
ALTER TABLE "t" DROP COLUMN "c";
