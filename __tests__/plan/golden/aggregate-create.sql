-- before

-- after
create aggregate total(int) (sfunc = int4_sum, stype = bigint);
create function step(state int[], value int) returns int[] language sql immutable as 'select state || value';
create function finish(state int[]) returns int language sql immutable as 'select cardinality(state)';
create aggregate "Count Of"(value int) (sfunc = step, stype = int[], sspace = 64, finalfunc = finish, finalfunc_modify = shareable, initcond = '{}', combinefunc = array_cat, parallel = safe);
-- changes
-- create aggregate public."Count Of"(integer) [substance]: only in the models
-- create function public.finish(integer[]) [substance]: only in the models
-- create function public.step(integer[], integer) [substance]: only in the models
-- create aggregate public.total(integer) [substance]: only in the models
-- plan
CREATE FUNCTION "public"."finish"(state integer[]) RETURNS integer LANGUAGE sql IMMUTABLE AS $function$select cardinality(state)$function$;
CREATE FUNCTION "public"."step"(state integer[], value integer) RETURNS integer[] LANGUAGE sql IMMUTABLE AS $function$select state || value$function$;
CREATE AGGREGATE "public"."Count Of"(value integer) (SFUNC = public.step, STYPE = integer[], SSPACE = 64, FINALFUNC = public.finish, FINALFUNC_MODIFY = SHAREABLE, COMBINEFUNC = pg_catalog.array_cat, INITCOND = '{}', PARALLEL = SAFE);
CREATE AGGREGATE "public"."total"(integer) (SFUNC = pg_catalog.int4_sum, STYPE = bigint);
-- down
DROP AGGREGATE "public"."Count Of"(value integer);
DROP AGGREGATE "public"."total"(integer);
DROP FUNCTION "public"."finish"(integer[]);
DROP FUNCTION "public"."step"(integer[], integer);
