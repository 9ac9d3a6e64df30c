-- before
create table a (x int, constraint u unique (x));
-- after
create table a (x int);
create unique index u on a (x);
-- changes
-- create index public.a.u [substance]: only in the models
-- drop unique public.a.u [substance]: only in the database
-- plan
ALTER TABLE "a" DROP CONSTRAINT "u";
CREATE UNIQUE INDEX "u" ON "a" USING btree ("x");
-- down
DROP INDEX "u";
ALTER TABLE "a" ADD CONSTRAINT "u" UNIQUE("x");
