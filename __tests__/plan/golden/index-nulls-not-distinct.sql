-- before
create table t (a int);
create unique index i on t (a);
-- after
create table t (a int);
create unique index i on t (a) nulls not distinct;
-- changes
-- alter index public.t.i [substance]: nulls not distinct: no → yes
-- plan
DROP INDEX "i";
CREATE UNIQUE INDEX "i" ON "t" USING btree ("a") NULLS NOT DISTINCT;
-- down
DROP INDEX "i";
CREATE UNIQUE INDEX "i" ON "t" USING btree ("a");
