-- before
create table t (a int, b int);
create index i on t (a);
comment on index i is 'an index';
-- after
create table t (a int, b int);
create index i on t (a, b);
comment on index i is 'an index';
-- changes
-- alter index public.t.i [substance]: columns: (a) → (a, b)
-- plan
DROP INDEX "i";
CREATE INDEX "i" ON "t" USING btree ("a","b");
COMMENT ON INDEX "i" IS 'an index';
-- down
DROP INDEX "i";
CREATE INDEX "i" ON "t" USING btree ("a");
COMMENT ON INDEX "i" IS 'an index';
