-- before
create table a (x int, y text);
create view v as select x from a;
create view w as select x from v;
-- after
create table a (x int, y text);
create materialized view v as select x from a;
create view w as select x from v;
-- changes
-- create materialized view public.v [substance]: only in the models
-- drop view public.v [substance]: only in the database
-- plan
DROP VIEW "w";
DROP VIEW "v";
CREATE MATERIALIZED VIEW "v" AS SELECT x
   FROM a;
CREATE VIEW "w" AS SELECT x
   FROM v;
-- down
DROP VIEW "w";
DROP MATERIALIZED VIEW "v";
CREATE VIEW "v" AS SELECT x
   FROM a;
CREATE VIEW "w" AS SELECT x
   FROM v;
