-- before
create function f(int, int) returns setof int language internal strict as 'generate_series_int4';
-- after
create function f(int, int) returns setof int language internal strict support generate_series_int4_support as 'generate_series_int4';
-- changes
-- alter function public.f(integer, integer) [substance]: support: none → pg_catalog.generate_series_int4_support
-- plan
CREATE OR REPLACE FUNCTION "public"."f"(integer, integer) RETURNS SETOF integer LANGUAGE internal STRICT SUPPORT pg_catalog.generate_series_int4_support AS $function$generate_series_int4$function$;
-- down
CREATE OR REPLACE FUNCTION "public"."f"(integer, integer) RETURNS SETOF integer LANGUAGE internal STRICT AS $function$generate_series_int4$function$;
