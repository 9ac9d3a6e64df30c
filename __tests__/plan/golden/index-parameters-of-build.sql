-- Set on the index that is there, they would change nothing until it is built anew.
-- before
create table t (a int);
create index i on t using brin (a) with (pages_per_range = 64);
-- after
create table t (a int);
create index i on t using brin (a) with (pages_per_range = 32, autosummarize = on);
-- changes
-- alter index public.t.i [substance]: with: (pages_per_range=64) → (autosummarize=on, pages_per_range=32)
-- plan
DROP INDEX "i";
CREATE INDEX "i" ON "t" USING brin ("a") WITH (autosummarize=on, pages_per_range=32);
-- down
DROP INDEX "i";
CREATE INDEX "i" ON "t" USING brin ("a") WITH (pages_per_range=64);
