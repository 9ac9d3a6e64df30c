-- before
create foreign data wrapper w;
create server s foreign data wrapper w;
create table t (a int) partition by list (a);
-- after
create foreign data wrapper w;
create server s foreign data wrapper w;
create table t (a int) partition by list (a);
create foreign table t1 partition of t for values in (1) server s;
-- changes
-- create foreign table public.t1 [substance]: only in the models
-- plan
CREATE FOREIGN TABLE "t1" PARTITION OF t FOR VALUES IN (1) SERVER "s";
-- down
DROP FOREIGN TABLE "t1";
