-- before
create table t (a int, b int);
create statistics s on a, b from t;
-- after
create table t (a int, b int);
-- changes
-- drop statistics public.s [substance]: only in the database
-- plan
DROP STATISTICS "public"."s";
-- down
CREATE STATISTICS "public"."s" (ndistinct, dependencies, mcv) ON "a", "b" FROM "t";
