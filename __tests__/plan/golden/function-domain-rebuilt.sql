-- before
create domain d as int;
create function f(v d) returns d language sql as 'select v';
create view w as select f(null) as x;
-- after
create domain d as bigint;
create function f(v d) returns d language sql as 'select v';
create view w as select f(null) as x;
-- changes
-- alter domain public.d [substance]: type: integer → bigint
-- alter view public.w [substance]: definition: SELECT f((NULL::integer)::d) AS x; → SELECT f((NULL::bigint)::d) AS x;
-- plan
DROP VIEW "w";
DROP FUNCTION "public"."f"(d);
DROP DOMAIN "public"."d";
CREATE DOMAIN "public"."d" AS bigint;
CREATE FUNCTION "public"."f"(v d) RETURNS d LANGUAGE sql AS $function$select v$function$;
CREATE VIEW "w" AS SELECT f((NULL::bigint)::d) AS x;
-- down
DROP VIEW "w";
DROP FUNCTION "public"."f"(d);
DROP DOMAIN "public"."d";
CREATE DOMAIN "public"."d" AS integer;
CREATE FUNCTION "public"."f"(v d) RETURNS d LANGUAGE sql AS $function$select v$function$;
CREATE VIEW "w" AS SELECT f((NULL::integer)::d) AS x;
