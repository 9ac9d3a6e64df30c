-- before
create table t (a int, constraint c check (a > 0));
-- after
create table t (a int, constraint c check (a > 0) no inherit);
-- changes
-- alter check public.t.c [substance]: no inherit: no → yes
-- plan
ALTER TABLE "t" DROP CONSTRAINT "c";
ALTER TABLE "t" ADD CONSTRAINT "c" CHECK (a > 0) NO INHERIT;
-- down
ALTER TABLE "t" DROP CONSTRAINT "c";
ALTER TABLE "t" ADD CONSTRAINT "c" CHECK (a > 0);
