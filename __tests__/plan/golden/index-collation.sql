-- before
create table t (a text, b text collate "C");
create index i on t (a, b);
-- after
create table t (a text, b text collate "C");
create index i on t (a collate "C", b collate "POSIX" desc);
-- changes
-- alter index public.t.i [substance]: columns: (a, b) → (a "C", b "POSIX"); directions: (asc, asc) → (asc, desc); nulls: (last, last) → (last, first)
-- plan
DROP INDEX "i";
CREATE INDEX "i" ON "t" USING btree ("a" COLLATE "C","b" COLLATE "POSIX" DESC);
-- down
DROP INDEX "i";
CREATE INDEX "i" ON "t" USING btree ("a","b");
