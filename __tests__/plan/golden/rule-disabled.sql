-- before
create table a (id int, x text);
create table b (id int, x text);
create rule r as on delete to a do instead nothing;
-- after
create table a (id int, x text);
create table b (id int, x text);
create rule r as on delete to a do instead nothing;
alter table a disable rule r;
-- changes
-- alter rule public.a.r [substance]: enabled: origin → disabled
-- plan
ALTER TABLE "a" DISABLE RULE "r";
-- down
ALTER TABLE "a" ENABLE RULE "r";
