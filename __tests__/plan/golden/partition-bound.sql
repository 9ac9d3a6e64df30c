-- before
create table t (a int) partition by range (a);
create table t1 partition of t for values from (1) to (10);
create table t2 partition of t for values from (10) to (20);
create table rest partition of t default;
-- after
create table t (a int) partition by range (a);
create table t1 partition of t for values from (1) to (15);
create table t2 partition of t for values from (15) to (20);
create table rest partition of t default;
-- changes
-- alter table public.t1 [substance]: bound: FOR VALUES FROM (1) TO (10) → FOR VALUES FROM (1) TO (15)
-- alter table public.t2 [substance]: bound: FOR VALUES FROM (10) TO (20) → FOR VALUES FROM (15) TO (20)
-- plan
ALTER TABLE t DETACH PARTITION "t1";
ALTER TABLE t DETACH PARTITION "t2";
ALTER TABLE t ATTACH PARTITION "t1" FOR VALUES FROM (1) TO (15);
ALTER TABLE t ATTACH PARTITION "t2" FOR VALUES FROM (15) TO (20);
-- down
ALTER TABLE t DETACH PARTITION "t1";
ALTER TABLE t DETACH PARTITION "t2";
ALTER TABLE t ATTACH PARTITION "t1" FOR VALUES FROM (1) TO (10);
ALTER TABLE t ATTACH PARTITION "t2" FOR VALUES FROM (10) TO (20);
