-- before
create aggregate total(int) (sfunc = int4pl, stype = int);
-- after
create aggregate total(int) (sfunc = int4pl, stype = int, sspace = 8, combinefunc = int4pl, parallel = restricted);
-- changes
-- alter aggregate public.total(integer) [substance]: combine function: none → pg_catalog.int4pl; parallel: none → RESTRICTED; state space: none → 8
-- plan
CREATE OR REPLACE AGGREGATE "public"."total"(integer) (SFUNC = pg_catalog.int4pl, STYPE = integer, SSPACE = 8, COMBINEFUNC = pg_catalog.int4pl, PARALLEL = RESTRICTED);
-- down
CREATE OR REPLACE AGGREGATE "public"."total"(integer) (SFUNC = pg_catalog.int4pl, STYPE = integer);
