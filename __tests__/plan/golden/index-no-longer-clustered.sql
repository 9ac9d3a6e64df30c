-- before
create table t (a int);
create index i on t (a);
alter table t cluster on i;
-- after
create table t (a int);
create index i on t (a);
-- changes
-- alter index public.t.i [form]: clustered: yes → none
-- plan
ALTER TABLE "t" SET WITHOUT CLUSTER;
-- down
ALTER TABLE "t" CLUSTER ON "i";
