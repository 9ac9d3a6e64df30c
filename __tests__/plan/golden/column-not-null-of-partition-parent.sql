-- before
create table t (a int, b int) partition by range (a);
create table t1 partition of t for values from (1) to (9);
-- after
create table t (a int, b int not null) partition by range (a);
create table t1 partition of t for values from (1) to (9);
-- changes
-- alter column public.t.b [substance]: not null only in the models
-- plan
ALTER TABLE "t" ALTER COLUMN "b" SET NOT NULL;
-- down
ALTER TABLE "t" ALTER COLUMN "b" DROP NOT NULL;
