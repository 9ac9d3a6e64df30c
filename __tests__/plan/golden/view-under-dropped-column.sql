-- before
create table a (x int, y int);
create view v as select x, y from a;
-- after
create table a (x int);
create view v as select x from a;
-- changes
-- drop column public.a.y [substance]: only in the database
-- alter view public.v [substance]: definition: SELECT x, y FROM a; → SELECT x FROM a;
-- plan
DROP VIEW "v";
ALTER TABLE "a" DROP COLUMN "y";
CREATE VIEW "v" AS SELECT x
   FROM a;
-- down
ALTER TABLE "a" ADD COLUMN "y" integer;
CREATE OR REPLACE VIEW "v" AS SELECT x,
    y
   FROM a;
-- irreversible
-- dropping column public.a.y loses its values
