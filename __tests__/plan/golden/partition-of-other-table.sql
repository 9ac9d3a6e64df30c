-- before
create table t (a int) partition by list (a);
create table u (a int) partition by list (a);
create table p partition of t for values in (1);
-- after
create table t (a int) partition by list (a);
create table u (a int) partition by list (a);
create table p partition of u for values in (2);
-- changes
-- alter table public.p [substance]: bound: FOR VALUES IN (1) → FOR VALUES IN (2); partition of: t → u
-- plan
ALTER TABLE t DETACH PARTITION "p";
ALTER TABLE u ATTACH PARTITION "p" FOR VALUES IN (2);
-- down
ALTER TABLE u DETACH PARTITION "p";
ALTER TABLE t ATTACH PARTITION "p" FOR VALUES IN (1);
