-- USING INDEX is not for partitioned tables.
-- holds: p, p1
-- before
create table p (id int, x int) partition by list (id);
create table p1 partition of p for values in (1);
-- after
create table p (id int, x int, constraint u unique (id, x)) partition by list (id);
create table p1 partition of p for values in (1);
-- up
-- migration 1
SET LOCAL lock_timeout = '5s';
ALTER TABLE "p" ADD CONSTRAINT "u" UNIQUE("id", "x");
-- down
-- migration 1
SET LOCAL lock_timeout = '5s';
ALTER TABLE "p" DROP CONSTRAINT "u";
