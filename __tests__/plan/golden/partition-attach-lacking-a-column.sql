-- before
create table t (a int not null, b text) partition by range (a);
create table t1 (a int not null);
-- after
create table t (a int not null, b text) partition by range (a);
create table t1 partition of t for values from (1) to (9);
-- changes
-- alter table public.t1 [substance]: bound: none → FOR VALUES FROM (1) TO (9); partition of: none → t
-- plan
ALTER TABLE "t1" ADD COLUMN "b" text;
ALTER TABLE t ATTACH PARTITION "t1" FOR VALUES FROM (1) TO (9);
-- down
ALTER TABLE t DETACH PARTITION "t1";
ALTER TABLE "t1" DROP COLUMN "b";
