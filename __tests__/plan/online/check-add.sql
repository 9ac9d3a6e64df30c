-- before
create table t (id int primary key, a int, b text);
insert into t select i, i, i from generate_series(1, 20) i;
-- after
create table t (id int primary key, a int check (a > 0), b text);
-- up
-- migration 1
SET LOCAL lock_timeout = '5s';
ALTER TABLE "t" ADD CONSTRAINT "t_a_check" CHECK (a > 0) NOT VALID;
-- migration 2
SET LOCAL lock_timeout = '5s';
ALTER TABLE "t" VALIDATE CONSTRAINT "t_a_check";
-- down
-- migration 1
SET LOCAL lock_timeout = '5s';
ALTER TABLE "t" DROP CONSTRAINT "t_a_check";
