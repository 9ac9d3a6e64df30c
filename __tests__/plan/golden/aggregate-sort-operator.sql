-- before

-- after
create aggregate least_of(int) (sfunc = int4smaller, stype = int, sortop = <);
-- changes
-- create aggregate public.least_of(integer) [substance]: only in the models
-- plan
CREATE AGGREGATE "public"."least_of"(integer) (SFUNC = pg_catalog.int4smaller, STYPE = integer, SORTOP = OPERATOR(pg_catalog.<));
-- down
DROP AGGREGATE "public"."least_of"(integer);
