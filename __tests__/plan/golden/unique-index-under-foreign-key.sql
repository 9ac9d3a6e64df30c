-- before
create table a (x int not null, y int);
create unique index i on a (x);
create table b (x int constraint k references a (x));
-- after
create table a (x int not null, y int);
create unique index i on a (x) include (y);
create table b (x int constraint k references a (x));
-- changes
-- alter index public.a.i [substance]: include: none → (y)
-- plan
ALTER TABLE "b" DROP CONSTRAINT "k";
DROP INDEX "i";
CREATE UNIQUE INDEX "i" ON "a" USING btree ("x") INCLUDE (y);
ALTER TABLE "b" ADD CONSTRAINT "k" FOREIGN KEY ("x") REFERENCES "public"."a"("x") ON DELETE no action ON UPDATE no action;
-- down
ALTER TABLE "b" DROP CONSTRAINT "k";
DROP INDEX "i";
CREATE UNIQUE INDEX "i" ON "a" USING btree ("x");
ALTER TABLE "b" ADD CONSTRAINT "k" FOREIGN KEY ("x") REFERENCES "public"."a"("x") ON DELETE no action ON UPDATE no action;
