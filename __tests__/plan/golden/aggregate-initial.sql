-- before
create aggregate total(int) (sfunc = int4pl, stype = int, initcond = '0');
create view v as select total(x) from (values (1), (2)) t (x);
-- after
create aggregate total(int) (sfunc = int4pl, stype = int, initcond = '10');
create view v as select total(x) from (values (1), (2)) t (x);
-- changes
-- alter aggregate public.total(integer) [substance]: initial: 0 → 10
-- plan
CREATE OR REPLACE AGGREGATE "public"."total"(integer) (SFUNC = pg_catalog.int4pl, STYPE = integer, INITCOND = '10');
-- down
CREATE OR REPLACE AGGREGATE "public"."total"(integer) (SFUNC = pg_catalog.int4pl, STYPE = integer, INITCOND = '0');
