-- before
create table t (a int, b int, c int);
create statistics s (ndistinct) on a, b from t;
-- after
create table t (a int, b int, c int);
create statistics s (ndistinct, dependencies) on a, c from t;
-- changes
-- alter statistics public.s [substance]: columns: (a, b) → (a, c); kinds: (ndistinct) → (ndistinct, dependencies)
-- plan
DROP STATISTICS "public"."s";
CREATE STATISTICS "public"."s" (ndistinct, dependencies) ON "a", "c" FROM "t";
-- down
DROP STATISTICS "public"."s";
CREATE STATISTICS "public"."s" (ndistinct) ON "a", "b" FROM "t";
