-- before
create aggregate s(int) (sfunc = int4pl, stype = int);
create view v as select s(x) from (values (1), (2)) t (x);
-- after
create aggregate s(int) (sfunc = int4_sum, stype = bigint);
create view v as select s(x) from (values (1), (2)) t (x);
-- changes
-- alter aggregate public.s(integer) [substance]: returns: integer → bigint; state type: integer → bigint; transition function: pg_catalog.int4pl → pg_catalog.int4_sum
-- plan
DROP VIEW "v";
DROP AGGREGATE "public"."s"(integer);
CREATE AGGREGATE "public"."s"(integer) (SFUNC = pg_catalog.int4_sum, STYPE = bigint);
CREATE VIEW "v" AS SELECT s(x) AS s
   FROM ( VALUES (1), (2)) t(x);
-- down
DROP VIEW "v";
DROP AGGREGATE "public"."s"(integer);
CREATE AGGREGATE "public"."s"(integer) (SFUNC = pg_catalog.int4pl, STYPE = integer);
CREATE VIEW "v" AS SELECT s(x) AS s
   FROM ( VALUES (1), (2)) t(x);
