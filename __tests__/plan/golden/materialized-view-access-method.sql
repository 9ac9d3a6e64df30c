-- before
create access method heap2 type table handler heap_tableam_handler;
create table a (x int, y text);
create materialized view m as select x from a;
create index i on m (x);
-- after
create access method heap2 type table handler heap_tableam_handler;
create table a (x int, y text);
create materialized view m using heap2 as select x from a;
create index i on m (x);
-- changes
-- alter materialized view public.m [substance]: access method: heap → heap2
-- plan
DROP MATERIALIZED VIEW "m";
CREATE MATERIALIZED VIEW "m" USING "heap2" AS SELECT x
   FROM a;
CREATE INDEX "i" ON "m" USING btree ("x");
-- down
DROP MATERIALIZED VIEW "m";
CREATE MATERIALIZED VIEW "m" AS SELECT x
   FROM a;
CREATE INDEX "i" ON "m" USING btree ("x");
