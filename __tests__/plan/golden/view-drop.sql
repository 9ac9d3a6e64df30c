-- before
create table a (x int, y text);
create view v as select x from a;
-- after
create table a (x int, y text);
-- changes
-- drop view public.v [substance]: only in the database
-- plan
DROP VIEW "v";
-- down
CREATE VIEW "v" AS SELECT x
   FROM a;
