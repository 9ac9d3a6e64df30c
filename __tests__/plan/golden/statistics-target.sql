-- before
create table t (a int, b int);
create statistics s on a, b from t;
create statistics s2 on a, b from t;
alter statistics s2 set statistics 7;
-- after
create table t (a int, b int);
create statistics s on a, b from t;
create statistics s2 on a, b from t;
alter statistics s set statistics 0;
-- changes
-- alter statistics public.s [substance]: target: none → 0
-- alter statistics public.s2 [substance]: target: 7 → none
-- plan
ALTER STATISTICS "public"."s" SET STATISTICS 0;
ALTER STATISTICS "public"."s2" SET STATISTICS -1;
-- down
ALTER STATISTICS "public"."s" SET STATISTICS -1;
ALTER STATISTICS "public"."s2" SET STATISTICS 7;
