-- before
create table t (a int, b text, constraint t_pk primary key (a), constraint big check (a > 0)) partition by range (a);
create index t_b on t (b);
create table t1 (a int, b text, constraint t1_pkey primary key (a), constraint big check (a > 0), constraint own check (b <> ''));
create index t1_b_idx on t1 (b);
-- after
create table t (a int, b text, constraint t_pk primary key (a), constraint big check (a > 0)) partition by range (a);
create index t_b on t (b);
create table t1 partition of t (constraint own check (b <> '')) for values from (1) to (9);
-- changes
-- alter table public.t1 [substance]: bound: none → FOR VALUES FROM (1) TO (9); partition of: none → t
-- plan
ALTER TABLE t ATTACH PARTITION "t1" FOR VALUES FROM (1) TO (9);
-- down
ALTER TABLE t DETACH PARTITION "t1";
