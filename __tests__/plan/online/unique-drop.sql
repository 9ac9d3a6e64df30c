-- before
create table t (id int primary key, a int unique, b text);
insert into t select i, i, i from generate_series(1, 20) i;
-- after
create table t (id int primary key, a int, b text);
-- up
-- migration 1
SET LOCAL lock_timeout = '5s';
ALTER TABLE "t" DROP CONSTRAINT "t_a_key";
-- down
-- migration 1, not in a transaction
CREATE UNIQUE INDEX CONCURRENTLY "t_a_key" ON "t" ("a");
-- migration 2
SET LOCAL lock_timeout = '5s';
ALTER TABLE "t" ADD CONSTRAINT "t_a_key" UNIQUE USING INDEX "t_a_key";
