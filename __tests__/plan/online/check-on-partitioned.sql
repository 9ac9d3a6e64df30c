-- before
create table p (id int, x int) partition by list (id);
create table p1 partition of p for values in (1);
insert into p values (1, 1);
-- after
create table p (id int, x int constraint x_ok check (x > 0)) partition by list (id);
create table p1 partition of p for values in (1);
-- up
-- migration 1
SET LOCAL lock_timeout = '5s';
ALTER TABLE "p" ADD CONSTRAINT "x_ok" CHECK (x > 0) NOT VALID;
-- migration 2
SET LOCAL lock_timeout = '5s';
ALTER TABLE "p" VALIDATE CONSTRAINT "x_ok";
-- down
-- migration 1
SET LOCAL lock_timeout = '5s';
ALTER TABLE "p" DROP CONSTRAINT "x_ok";
