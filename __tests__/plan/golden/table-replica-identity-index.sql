-- before
create table t (a int not null, b int not null);
create unique index i on t (a);
create unique index j on t (b);
alter table t replica identity using index i;
create table u (a int not null);
create unique index k on u (a);
alter table u replica identity using index k;
-- after
create table t (a int not null, b int not null);
create unique index i on t (a);
create unique index j on t (b);
alter table t replica identity using index j;
create table u (a int not null);
create unique index k on u (a);
alter table u replica identity full;
-- changes
-- alter index public.t.i [substance]: replica identity: yes → none
-- alter index public.t.j [substance]: replica identity: none → yes
-- alter table public.u [substance]: replica identity: index → full
-- alter index public.u.k [substance]: replica identity: yes → none
-- plan
ALTER TABLE "u" REPLICA IDENTITY FULL;
ALTER TABLE "t" REPLICA IDENTITY USING INDEX "j";
-- down
ALTER TABLE "t" REPLICA IDENTITY USING INDEX "i";
ALTER TABLE "u" REPLICA IDENTITY USING INDEX "k";
