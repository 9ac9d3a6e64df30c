-- before
create table t (a int not null, b int not null, constraint k primary key (a), constraint u unique (b));
-- after
create table t (a int not null, b int not null, constraint k primary key (a), constraint u unique (b));
alter table t cluster on k;
alter table t replica identity using index u;
-- changes
-- alter table public.t [substance]: replica identity: none → index
-- alter primary key public.t.k [form]: clustered: none → yes
-- alter unique public.t.u [substance]: replica identity: none → yes
-- plan
ALTER TABLE "t" CLUSTER ON "k";
ALTER TABLE "t" REPLICA IDENTITY USING INDEX "u";
-- down
ALTER TABLE "t" REPLICA IDENTITY DEFAULT;
ALTER TABLE "t" SET WITHOUT CLUSTER;
