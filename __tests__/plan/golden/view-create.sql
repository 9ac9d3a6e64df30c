-- before
create table a (x int, y text);
-- after
create table a (x int, y text);
create view v as select x from a where y <> 'none';
-- changes
-- create view public.v [substance]: only in the models
-- plan
CREATE VIEW "v" AS SELECT x
   FROM a
  WHERE (y <> 'none'::text);
-- down
DROP VIEW "v";
