-- before
create table t (a int, constraint c check (a > 0), constraint d check (a > 1) not enforced);
-- after
create table t (a int, constraint c check (a > 0) not enforced, constraint d check (a > 1));
-- changes
-- alter check public.t.c [substance]: enforced: yes → no
-- alter check public.t.d [substance]: enforced: no → yes
-- plan
ALTER TABLE "t" DROP CONSTRAINT "c";
ALTER TABLE "t" DROP CONSTRAINT "d";
ALTER TABLE "t" ADD CONSTRAINT "c" CHECK (a > 0) NOT ENFORCED;
ALTER TABLE "t" ADD CONSTRAINT "d" CHECK (a > 1);
-- down
ALTER TABLE "t" DROP CONSTRAINT "c";
ALTER TABLE "t" DROP CONSTRAINT "d";
ALTER TABLE "t" ADD CONSTRAINT "c" CHECK (a > 0);
ALTER TABLE "t" ADD CONSTRAINT "d" CHECK (a > 1) NOT ENFORCED;
