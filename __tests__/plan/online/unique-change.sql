-- before
create table t (id int primary key, a int, b text, constraint u unique (a));
insert into t select i, i, i from generate_series(1, 20) i;
-- after
create table t (id int primary key, a int, b text, constraint u unique (a, b));
-- up
-- migration 1, not in a transaction
CREATE UNIQUE INDEX CONCURRENTLY "u_new" ON "t" ("a", "b");
-- migration 2
SET LOCAL lock_timeout = '5s';
ALTER TABLE "t" DROP CONSTRAINT "u";
ALTER TABLE "t" ADD CONSTRAINT "u" UNIQUE USING INDEX "u_new";
-- down
-- migration 1, not in a transaction
CREATE UNIQUE INDEX CONCURRENTLY "u_new" ON "t" ("a");
-- migration 2
SET LOCAL lock_timeout = '5s';
ALTER TABLE "t" DROP CONSTRAINT "u";
ALTER TABLE "t" ADD CONSTRAINT "u" UNIQUE USING INDEX "u_new";
