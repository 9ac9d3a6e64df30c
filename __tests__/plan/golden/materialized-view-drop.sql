-- before
create table a (x int, y text);
create materialized view m as select x from a;
create index i on m (x);
-- after
create table a (x int, y text);
-- changes
-- drop materialized view public.m [substance]: only in the database
-- plan
DROP MATERIALIZED VIEW "m";
-- down
CREATE MATERIALIZED VIEW "m" AS SELECT x
   FROM a;
CREATE INDEX "i" ON "m" USING btree ("x");
