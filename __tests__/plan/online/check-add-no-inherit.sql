-- before
create table t (id int primary key, a int, b text);
insert into t select i, i, i from generate_series(1, 20) i;
-- after
create table t (id int primary key, a int, b text, constraint c check (a > 0) no inherit);
-- up
-- migration 1
SET LOCAL lock_timeout = '5s';
ALTER TABLE "t" ADD CONSTRAINT "c" CHECK (a > 0) NO INHERIT NOT VALID;
-- migration 2
SET LOCAL lock_timeout = '5s';
ALTER TABLE "t" VALIDATE CONSTRAINT "c";
-- down
-- migration 1
SET LOCAL lock_timeout = '5s';
ALTER TABLE "t" DROP CONSTRAINT "c";
