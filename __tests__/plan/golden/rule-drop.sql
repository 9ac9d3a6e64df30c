-- before
create table a (id int, x text);
create table b (id int, x text);
create rule r as on delete to a do instead nothing;
-- after
create table a (id int, x text);
create table b (id int, x text);
-- changes
-- drop rule public.a.r [substance]: only in the database
-- plan
DROP RULE "r" ON "a";
-- down
CREATE RULE "r" AS ON DELETE TO public.a DO INSTEAD NOTHING;
