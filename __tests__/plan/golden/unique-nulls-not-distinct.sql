-- before
create table a (x int, constraint u unique (x));
-- after
create table a (x int, constraint u unique nulls not distinct (x));
-- changes
-- alter unique public.a.u [substance]: nulls not distinct: no → yes
-- plan
ALTER TABLE "a" DROP CONSTRAINT "u";
ALTER TABLE "a" ADD CONSTRAINT "u" UNIQUE NULLS NOT DISTINCT("x");
-- down
ALTER TABLE "a" DROP CONSTRAINT "u";
ALTER TABLE "a" ADD CONSTRAINT "u" UNIQUE("x");
