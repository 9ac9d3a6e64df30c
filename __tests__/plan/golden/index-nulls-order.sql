-- before
create table a (x int);
create index i on a (x desc);
-- after
create table a (x int);
create index i on a (x desc nulls last);
-- changes
-- alter index public.a.i [form]: nulls: (first) → (last)
-- plan
DROP INDEX "i";
CREATE INDEX "i" ON "a" USING btree ("x" DESC NULLS LAST);
-- down
DROP INDEX "i";
CREATE INDEX "i" ON "a" USING btree ("x" DESC);
