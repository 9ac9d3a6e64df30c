-- before
create table base (id int, name text);
create table child (id int);
-- after
create table base (id int, name text);
create table child (id int, name text) inherits (base);
-- changes
-- alter table public.child [substance]: inherits: none → (base)
-- plan
ALTER TABLE "child" ADD COLUMN "name" text;
ALTER TABLE "child" INHERIT base;
-- down
ALTER TABLE "child" NO INHERIT base;
ALTER TABLE "child" DROP COLUMN "name";
