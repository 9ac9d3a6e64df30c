-- before
create table a (x int, y int, constraint u unique (x, y));
-- after
create table a (x int, y int, constraint u unique (y, x));
-- changes
-- alter unique public.a.u [form]: order of columns: (x, y) → (y, x)
-- plan
ALTER TABLE "a" DROP CONSTRAINT "u";
ALTER TABLE "a" ADD CONSTRAINT "u" UNIQUE("y", "x");
-- down
ALTER TABLE "a" DROP CONSTRAINT "u";
ALTER TABLE "a" ADD CONSTRAINT "u" UNIQUE("x", "y");
