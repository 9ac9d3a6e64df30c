-- before
create table t (id int primary key, a int, b text);
insert into t select i, i, i from generate_series(1, 20) i;
-- after
create table t (id int primary key, a int, b text, constraint u unique (a, b) include (id) deferrable initially deferred);
-- up
-- migration 1, not in a transaction
CREATE UNIQUE INDEX CONCURRENTLY "u" ON "t" ("a", "b") INCLUDE ("id");
-- migration 2
SET LOCAL lock_timeout = '5s';
ALTER TABLE "t" ADD CONSTRAINT "u" UNIQUE USING INDEX "u" DEFERRABLE INITIALLY DEFERRED;
-- down
-- migration 1
SET LOCAL lock_timeout = '5s';
ALTER TABLE "t" DROP CONSTRAINT "u";
