-- before
create table t (a text, b text);
create index i on t (a, b);
create index j on t (a text_pattern_ops);
-- after
create table t (a text, b text);
create index i on t (a, b text_pattern_ops);
create index j on t (a);
-- changes
-- alter index public.t.i [substance]: columns: (a, b) → (a, b text_pattern_ops)
-- alter index public.t.j [substance]: columns: (a text_pattern_ops) → (a)
-- plan
DROP INDEX "i";
DROP INDEX "j";
CREATE INDEX "i" ON "t" USING btree ("a","b" text_pattern_ops);
CREATE INDEX "j" ON "t" USING btree ("a");
-- down
DROP INDEX "i";
DROP INDEX "j";
CREATE INDEX "i" ON "t" USING btree ("a","b");
CREATE INDEX "j" ON "t" USING btree ("a" text_pattern_ops);
