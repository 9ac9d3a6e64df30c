-- before
create table a (id int, x text);
create table b (id int, x text);
-- after
create table a (id int, x text);
create table b (id int, x text);
create rule r as on delete to a do instead nothing;
alter table a enable always rule r;
-- changes
-- create rule public.a.r [substance]: only in the models
-- plan
CREATE RULE "r" AS ON DELETE TO public.a DO INSTEAD NOTHING;
ALTER TABLE "a" ENABLE ALWAYS RULE "r";
-- down
DROP RULE "r" ON "a";
