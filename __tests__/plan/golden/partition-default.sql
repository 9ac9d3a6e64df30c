-- before
create table t (a int) partition by list (a);
create table t1 partition of t default;
-- after
create table t (a int) partition by list (a);
create table t1 partition of t for values in (1);
create table rest partition of t default;
-- changes
-- create table public.rest [substance]: only in the models
-- alter table public.t1 [substance]: bound: DEFAULT → FOR VALUES IN (1)
-- plan
ALTER TABLE t DETACH PARTITION "t1";
ALTER TABLE t ATTACH PARTITION "t1" FOR VALUES IN (1);
CREATE TABLE "rest" PARTITION OF t DEFAULT;
-- down
DROP TABLE "rest";
ALTER TABLE t DETACH PARTITION "t1";
ALTER TABLE t ATTACH PARTITION "t1" DEFAULT;
