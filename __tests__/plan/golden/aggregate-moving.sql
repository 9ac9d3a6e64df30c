-- before

-- after
create aggregate total(double precision) (sfunc = float8pl, stype = double precision, msfunc = float8pl, minvfunc = float8mi, mstype = double precision, mfinalfunc = abs, minitcond = '0', initcond = '0');
-- changes
-- create aggregate public.total(double precision) [substance]: only in the models
-- plan
CREATE AGGREGATE "public"."total"(double precision) (SFUNC = pg_catalog.float8pl, STYPE = double precision, INITCOND = '0', MSFUNC = pg_catalog.float8pl, MINVFUNC = pg_catalog.float8mi, MSTYPE = double precision, MFINALFUNC = pg_catalog.abs, MINITCOND = '0');
-- down
DROP AGGREGATE "public"."total"(double precision);
