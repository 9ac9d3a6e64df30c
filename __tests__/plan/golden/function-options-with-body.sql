-- before
create function f() returns int language sql as 'select 1';
-- after
create function f() returns int language sql stable strict cost 7 set work_mem = '8MB' as 'select 2';
-- changes
-- alter function public.f() [substance]: body: line 1: select 1 → select 2; cost: 100 → 7; settings: none → (work_mem=8MB); strict: no → yes; volatility: volatile → stable
-- plan
CREATE OR REPLACE FUNCTION "public"."f"() RETURNS integer LANGUAGE sql STABLE STRICT COST 7 SET work_mem TO '8MB' AS $function$select 2$function$;
-- down
CREATE OR REPLACE FUNCTION "public"."f"() RETURNS integer LANGUAGE sql AS $function$select 1$function$;
