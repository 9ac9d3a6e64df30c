-- before
create table t (a int);
create index i on t (a) with (fillfactor = 70, deduplicate_items = off);
-- after
create table t (a int);
create index i on t (a) with (fillfactor = 80);
-- changes
-- alter index public.t.i [substance]: with: (deduplicate_items=off, fillfactor=70) → (fillfactor=80)
-- plan
ALTER INDEX "i" SET (fillfactor=80);
ALTER INDEX "i" RESET (deduplicate_items);
-- down
ALTER INDEX "i" SET (deduplicate_items=off, fillfactor=70);
