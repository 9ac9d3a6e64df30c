-- before
create table t (a text, b int);
create index i on t (lower(a));
-- after
create table t (a text, b int);
create index i on t (upper(a), (b + 1) desc nulls last, b);
-- changes
-- alter index public.t.i [substance]: columns: (lower(a)) → (upper(a), ((b + 1)), b)
-- plan
DROP INDEX "i";
CREATE INDEX "i" ON "t" USING btree (upper(a),((b + 1)) DESC NULLS LAST,"b");
-- down
DROP INDEX "i";
CREATE INDEX "i" ON "t" USING btree (lower(a));
