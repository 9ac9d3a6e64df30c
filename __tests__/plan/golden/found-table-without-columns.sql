-- A table may have no column.
-- before
create table t (x integer);
-- after
create table t ();
-- changes
-- drop column public.t.x [substance]: only in the database
-- plan
ALTER TABLE "t" DROP COLUMN "x";
-- down
ALTER TABLE "t" ADD COLUMN "x" integer;
-- irreversible
-- dropping column public.t.x loses its values
