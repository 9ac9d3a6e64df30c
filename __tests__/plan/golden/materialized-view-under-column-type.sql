-- before
create table a (x int, y text);
create materialized view m as select x from a with no data;
create index i on m (x);
-- after
create table a (x bigint, y text);
create materialized view m as select x from a with no data;
create index i on m (x);
-- changes
-- alter column public.a.x [substance]: type: integer → bigint
-- plan
DROP MATERIALIZED VIEW "m";
ALTER TABLE "a" ALTER COLUMN "x" SET DATA TYPE bigint;
CREATE MATERIALIZED VIEW "m" AS SELECT x
   FROM a WITH NO DATA;
CREATE INDEX "i" ON "m" USING btree ("x");
-- down
DROP MATERIALIZED VIEW "m";
ALTER TABLE "a" ALTER COLUMN "x" SET DATA TYPE integer;
CREATE MATERIALIZED VIEW "m" AS SELECT x
   FROM a WITH NO DATA;
CREATE INDEX "i" ON "m" USING btree ("x");
