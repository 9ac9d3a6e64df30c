-- before
create table base (id int, name text);
create table child (id int, name text, own int);
-- after
create table base (id int, name text);
create table child (own int) inherits (base);
-- changes
-- alter table public.child [substance]: inherits: none → (base)
-- plan
ALTER TABLE "child" INHERIT base;
-- down
ALTER TABLE "child" NO INHERIT base;
