-- before
create table a (id int, x text);
create table b (id int, x text);
create rule r as on delete to a do instead nothing;
-- after
create table a (id int, x text);
create table b (id int, x text);
create rule "R 2" as on delete to a do instead nothing;
-- changes
-- rename rule public.a."R 2" [form]: the same under another name: r → R 2
-- plan
ALTER RULE "r" ON "a" RENAME TO "R 2";
-- down
ALTER RULE "R 2" ON "a" RENAME TO "r";
