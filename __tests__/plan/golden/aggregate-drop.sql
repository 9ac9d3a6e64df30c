-- before
create aggregate total(int) (sfunc = int4_sum, stype = bigint);
-- after

-- changes
-- drop aggregate public.total(integer) [substance]: only in the database
-- plan
DROP AGGREGATE "public"."total"(integer);
-- down
CREATE AGGREGATE "public"."total"(integer) (SFUNC = pg_catalog.int4_sum, STYPE = bigint);
