-- before

-- after
create table t (a int, "B" text collate "C") partition by range (abs(a), "B" text_pattern_ops);
create table t1 partition of t for values from (minvalue, minvalue) to (5, maxvalue);
-- changes
-- create table public.t [substance]: only in the models
-- create table public.t1 [substance]: only in the models
-- plan
CREATE TABLE "t" (
	"a" integer,
	"B" text COLLATE "C"
) PARTITION BY RANGE (abs(a), "B" text_pattern_ops);
CREATE TABLE "t1" PARTITION OF t FOR VALUES FROM (MINVALUE, MINVALUE) TO (5, MAXVALUE);
-- down
DROP TABLE "t1";
DROP TABLE "t";
