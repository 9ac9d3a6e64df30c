-- before
create table a (x int, y text);
-- after
create table a (x int, y text);
create materialized view m as select x from a with no data;
-- changes
-- create materialized view public.m [substance]: only in the models
-- plan
CREATE MATERIALIZED VIEW "m" AS SELECT x
   FROM a WITH NO DATA;
-- down
DROP MATERIALIZED VIEW "m";
