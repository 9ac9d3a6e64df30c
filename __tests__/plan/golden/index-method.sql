-- before
create table t (a int);
create index i on t (a);
-- after
create table t (a int);
create index i on t using hash (a);
-- changes
-- alter index public.t.i [substance]: method: btree → hash
-- plan
DROP INDEX "i";
CREATE INDEX "i" ON "t" USING hash ("a");
-- down
DROP INDEX "i";
CREATE INDEX "i" ON "t" USING btree ("a");
