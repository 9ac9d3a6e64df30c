-- before
create table t (a int, b int);
create statistics s on a, b from t;
-- after
create table t (a int, b int);
create statistics s_new on a, b from t;
-- changes
-- rename statistics public.s_new [form]: the same under another name: s → s_new
-- plan
ALTER STATISTICS "public"."s" RENAME TO "s_new";
-- down
ALTER STATISTICS "public"."s_new" RENAME TO "s";
