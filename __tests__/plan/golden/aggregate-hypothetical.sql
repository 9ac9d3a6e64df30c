-- before

-- after
create aggregate my_rank(variadic "any" order by variadic "any") (sfunc = ordered_set_transition_multi, stype = internal, finalfunc = rank_final, finalfunc_extra, hypothetical);
-- changes
-- create aggregate public.my_rank("any") [substance]: only in the models
-- plan
CREATE AGGREGATE "public"."my_rank"(VARIADIC "any" ORDER BY VARIADIC "any") (SFUNC = pg_catalog.ordered_set_transition_multi, STYPE = internal, FINALFUNC = pg_catalog.rank_final, FINALFUNC_EXTRA, HYPOTHETICAL);
-- down
DROP AGGREGATE "public"."my_rank"(VARIADIC "any" ORDER BY VARIADIC "any");
