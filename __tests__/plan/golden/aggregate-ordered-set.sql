-- before

-- after
create aggregate my_percentile(double precision order by double precision) (sfunc = ordered_set_transition, stype = internal, finalfunc = percentile_cont_float8_final);
-- changes
-- create aggregate public.my_percentile(double precision, double precision) [substance]: only in the models
-- plan
CREATE AGGREGATE "public"."my_percentile"(double precision ORDER BY double precision) (SFUNC = pg_catalog.ordered_set_transition, STYPE = internal, FINALFUNC = pg_catalog.percentile_cont_float8_final);
-- down
DROP AGGREGATE "public"."my_percentile"(double precision ORDER BY double precision);
