-- before
create table t (a int, b int, c int);
create index i on t (a);
create index j on t (b);
create index k on t (c);
alter table t cluster on i;
-- after
create table t (a int, b int, c int);
create index i on t (a);
create index j on t (b);
create index k on t (c);
alter table t cluster on j;
-- changes
-- alter index public.t.i [form]: clustered: yes → none
-- alter index public.t.j [form]: clustered: none → yes
-- plan
ALTER TABLE "t" CLUSTER ON "j";
-- down
ALTER TABLE "t" CLUSTER ON "i";
