-- before

-- after
create aggregate n(*) (sfunc = int8inc, stype = bigint, initcond = '0');
-- changes
-- create aggregate public.n() [substance]: only in the models
-- plan
CREATE AGGREGATE "public"."n"(*) (SFUNC = pg_catalog.int8inc, STYPE = bigint, INITCOND = '0');
-- down
DROP AGGREGATE "public"."n"(*);
