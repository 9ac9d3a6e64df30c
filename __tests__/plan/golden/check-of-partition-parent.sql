-- before
create table t (a int, b int) partition by list (a);
create table t1 partition of t for values in (1);
alter table t1 add constraint own check (b < 5);
-- after
create table t (a int, b int, constraint c check (b > 0)) partition by list (a);
create table t1 partition of t for values in (1);
alter table t1 add constraint own check (b < 6);
-- changes
-- create check public.t.c [substance]: only in the models
-- alter check public.t1.own [substance]: expression: (b < 5) → (b < 6)
-- plan
ALTER TABLE "t1" DROP CONSTRAINT "own";
ALTER TABLE "t" ADD CONSTRAINT "c" CHECK (b > 0);
ALTER TABLE "t1" ADD CONSTRAINT "own" CHECK (b < 6);
-- down
ALTER TABLE "t" DROP CONSTRAINT "c";
ALTER TABLE "t1" DROP CONSTRAINT "own";
ALTER TABLE "t1" ADD CONSTRAINT "own" CHECK (b < 5);
