-- before
create table a (x int, y text);
-- after
create table a (x int, y text);
create materialized view m as select x, count(*) as n from a group by x;
create unique index m_x on m (x);
-- changes
-- create materialized view public.m [substance]: only in the models
-- create index public.m.m_x [substance]: only in the models
-- plan
CREATE MATERIALIZED VIEW "m" AS SELECT x,
    count(*) AS n
   FROM a
  GROUP BY x;
CREATE UNIQUE INDEX "m_x" ON "m" USING btree ("x");
-- down
DROP MATERIALIZED VIEW "m";
