-- before

-- after
create aggregate my_avg(numeric) (sfunc = numeric_avg_accum, stype = internal, finalfunc = numeric_avg, combinefunc = numeric_avg_combine, serialfunc = numeric_avg_serialize, deserialfunc = numeric_avg_deserialize, parallel = safe);
-- changes
-- create aggregate public.my_avg(numeric) [substance]: only in the models
-- plan
CREATE AGGREGATE "public"."my_avg"(numeric) (SFUNC = pg_catalog.numeric_avg_accum, STYPE = internal, FINALFUNC = pg_catalog.numeric_avg, COMBINEFUNC = pg_catalog.numeric_avg_combine, SERIALFUNC = pg_catalog.numeric_avg_serialize, DESERIALFUNC = pg_catalog.numeric_avg_deserialize, PARALLEL = SAFE);
-- down
DROP AGGREGATE "public"."my_avg"(numeric);
