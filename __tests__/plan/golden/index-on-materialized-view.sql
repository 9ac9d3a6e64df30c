-- before
create table a (x int);
create materialized view m as select x from a;
-- after
create table a (x int);
create materialized view m as select x from a;
create unique index on m (x);
-- changes
-- create index public.m.m_x_idx [substance]: only in the models
-- plan
CREATE UNIQUE INDEX "m_x_idx" ON "m" USING btree ("x");
-- down
DROP INDEX "m_x_idx";
