-- before
create table t1 (v int);
create table t2 (v int);
create index a on t1 (v);
create index b on t2 (v);
-- after
create table t1 (v int);
create table t2 (v int);
create index b on t1 (v);
create index a on t2 (v);
-- changes
-- rename index public.t1.b [form]: the same under another name: a → b
-- rename index public.t2.a [form]: the same under another name: b → a
-- plan
ALTER INDEX "a" RENAME TO "a_plumbline";
ALTER INDEX "b" RENAME TO "a";
ALTER INDEX "a_plumbline" RENAME TO "b";
-- down
ALTER INDEX "b" RENAME TO "b_plumbline";
ALTER INDEX "a" RENAME TO "b";
ALTER INDEX "b_plumbline" RENAME TO "a";
