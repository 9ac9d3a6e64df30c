-- before
create table base (id int);
create table other (x int);
create table child (own int) inherits (base);
-- after
create table base (id int);
create table other (x int);
create table child (own int, id int);
-- changes
-- alter table public.child [substance]: inherits: (base) → none
-- plan
ALTER TABLE "child" NO INHERIT base;
-- down
ALTER TABLE "child" INHERIT base;
