-- before
create table a (x int);
-- after
create table a (x int, y int);
create materialized view m as select y from a;
-- changes
-- create column public.a.y [substance]: only in the models
-- create materialized view public.m [substance]: only in the models
-- plan
ALTER TABLE "a" ADD COLUMN "y" integer;
CREATE MATERIALIZED VIEW "m" AS SELECT y
   FROM a;
-- down
DROP MATERIALIZED VIEW "m";
ALTER TABLE "a" DROP COLUMN "y";
