-- Postgres makes statistics anew for a column's new type, and forgets their target.
-- before
create table t (x integer, y integer);
create statistics s on x, y from t;
alter statistics s set statistics 50;
-- after
create table t (x bigint, y integer);
create statistics s on x, y from t;
alter statistics s set statistics 50;
-- changes
-- alter column public.t.x [substance]: type: integer → bigint
-- plan
DROP STATISTICS "public"."s";
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE bigint;
CREATE STATISTICS "public"."s" (ndistinct, dependencies, mcv) ON "x", "y" FROM "t";
ALTER STATISTICS "public"."s" SET STATISTICS 50;
-- down
DROP STATISTICS "public"."s";
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE integer;
CREATE STATISTICS "public"."s" (ndistinct, dependencies, mcv) ON "x", "y" FROM "t";
ALTER STATISTICS "public"."s" SET STATISTICS 50;
