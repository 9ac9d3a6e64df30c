-- postgres: 15
-- before
create table t (id int primary key, a int, b text);
insert into t select i, i, i from generate_series(1, 20) i;
-- after
create table t (id int primary key, a int, b text, constraint u unique nulls not distinct (a));
-- up
-- migration 1, not in a transaction
CREATE UNIQUE INDEX CONCURRENTLY "u" ON "t" ("a") NULLS NOT DISTINCT;
-- migration 2
SET LOCAL lock_timeout = '5s';
ALTER TABLE "t" ADD CONSTRAINT "u" UNIQUE USING INDEX "u";
-- down
-- migration 1
SET LOCAL lock_timeout = '5s';
ALTER TABLE "t" DROP CONSTRAINT "u";
