-- before
create table t (a int);
create index i on t (a);
-- after
create table t (a int);
create unique index i on t (a);
-- changes
-- alter index public.t.i [substance]: unique: no → yes
-- plan
DROP INDEX "i";
CREATE UNIQUE INDEX "i" ON "t" USING btree ("a");
-- down
DROP INDEX "i";
CREATE INDEX "i" ON "t" USING btree ("a");
