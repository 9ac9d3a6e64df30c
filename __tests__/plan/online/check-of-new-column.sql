-- before
create table t (id int primary key, a int, b text);
insert into t select i, i, i from generate_series(1, 20) i;
-- after
create table t (id int primary key, a int, b text, c int constraint c_ok check (c > 0));
-- up
-- migration 1
SET LOCAL lock_timeout = '5s';
ALTER TABLE "t" ADD COLUMN "c" integer;
ALTER TABLE "t" ADD CONSTRAINT "c_ok" CHECK (c > 0) NOT VALID;
-- migration 2
SET LOCAL lock_timeout = '5s';
ALTER TABLE "t" VALIDATE CONSTRAINT "c_ok";
-- down
-- migration 1
SET LOCAL lock_timeout = '5s';
ALTER TABLE "t" DROP CONSTRAINT "c_ok";
ALTER TABLE "t" DROP COLUMN "c";
