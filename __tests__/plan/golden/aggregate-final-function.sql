-- before
create aggregate s(int) (sfunc = int4pl, stype = int);
create view v as select s(x) from (values (1), (2)) t (x);
-- after
create aggregate s(int) (sfunc = int4pl, stype = int, finalfunc = abs);
create view v as select s(x) from (values (1), (2)) t (x);
-- changes
-- alter aggregate public.s(integer) [substance]: final function: none → pg_catalog.abs
-- plan
CREATE OR REPLACE AGGREGATE "public"."s"(integer) (SFUNC = pg_catalog.int4pl, STYPE = integer, FINALFUNC = pg_catalog.abs);
-- down
CREATE OR REPLACE AGGREGATE "public"."s"(integer) (SFUNC = pg_catalog.int4pl, STYPE = integer);
