-- before
create table base (id int);
create table other (id int, x int);
create table child (own int) inherits (base);
-- after
create table base (id int);
create table other (id int, x int);
create table child (own int) inherits (other);
-- changes
-- alter table public.child [substance]: inherits: (base) → (other)
-- plan
ALTER TABLE "child" NO INHERIT base;
ALTER TABLE "child" ADD COLUMN "x" integer;
ALTER TABLE "child" INHERIT other;
-- down
ALTER TABLE "child" NO INHERIT other;
ALTER TABLE "child" DROP COLUMN "x";
ALTER TABLE "child" INHERIT base;
