-- before
create table t (a int) partition by range (a);
create table t1 partition of t for values from (1) to (9);
-- after
create table t (a int) partition by range (a);
-- changes
-- drop table public.t1 [substance]: only in the database
-- plan
DROP TABLE "t1";
-- down
CREATE TABLE "t1" PARTITION OF t FOR VALUES FROM (1) TO (9);
-- irreversible
-- dropping table public.t1 loses its rows
