-- before

-- after
create table t (a int, b int);
create statistics s on (a + b) from t;
create statistics s2 (dependencies) on a, (b * 2), (abs(a)) from t;
-- changes
-- create statistics public.s [substance]: only in the models
-- create statistics public.s2 [substance]: only in the models
-- create table public.t [substance]: only in the models
-- plan
CREATE TABLE "t" (
	"a" integer,
	"b" integer
);
CREATE STATISTICS "public"."s" ON (a + b) FROM "t";
CREATE STATISTICS "public"."s2" (dependencies) ON "a", (b * 2), (abs(a)) FROM "t";
-- down
DROP TABLE "t";
