-- before
create table t (a int);
create index i on t (a);
update pg_index set indisvalid = false where indexrelid = 'i'::regclass;
-- after
create table t (a int);
create index i on t (a);
-- changes
-- alter index public.t.i [substance]: the index is invalid
-- plan
DROP INDEX "i";
CREATE INDEX "i" ON "t" USING btree ("a");
-- down
-- nothing
