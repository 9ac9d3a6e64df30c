-- before
create table base (id int, gone text);
create table child (own int) inherits (base);
-- after
create table base (id int, gone text);
create table child (own int, id int);
-- changes
-- alter table public.child [substance]: inherits: (base) → none
-- plan
ALTER TABLE "child" NO INHERIT base;
ALTER TABLE "child" DROP COLUMN "gone";
-- down
ALTER TABLE "child" ADD COLUMN "gone" text;
ALTER TABLE "child" INHERIT base;
-- irreversible
-- dropping column public.child.gone loses its values
