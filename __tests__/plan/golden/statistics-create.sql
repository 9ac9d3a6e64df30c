-- before

-- after
create table t (a int, b int, c text);
create statistics s (ndistinct, mcv) on b, a from t;
create statistics s2 on a, c from t;
alter statistics s2 set statistics 50;
-- changes
-- create statistics public.s [substance]: only in the models
-- create statistics public.s2 [substance]: only in the models
-- create table public.t [substance]: only in the models
-- plan
CREATE TABLE "t" (
	"a" integer,
	"b" integer,
	"c" text
);
CREATE STATISTICS "public"."s" (ndistinct, mcv) ON "a", "b" FROM "t";
CREATE STATISTICS "public"."s2" (ndistinct, dependencies, mcv) ON "a", "c" FROM "t";
ALTER STATISTICS "public"."s2" SET STATISTICS 50;
-- down
DROP TABLE "t";
