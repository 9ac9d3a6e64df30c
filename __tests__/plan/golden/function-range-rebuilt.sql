-- before
create type r as range (subtype = int);
create function f(v r) returns r language sql as 'select v';
create view w as select f(null) as x;
-- after
create type r as range (subtype = bigint);
create function f(v r) returns r language sql as 'select v';
create view w as select f(null) as x;
-- changes
-- alter range type public.r [substance]: subtype: integer → bigint
-- plan
DROP VIEW "w";
DROP FUNCTION "public"."f"(r);
DROP TYPE "public"."r";
CREATE TYPE "public"."r" AS RANGE (SUBTYPE = bigint, MULTIRANGE_TYPE_NAME = "public"."r_multirange");
CREATE FUNCTION "public"."f"(v r) RETURNS r LANGUAGE sql AS $function$select v$function$;
CREATE VIEW "w" AS SELECT f(NULL::r) AS x;
-- down
DROP VIEW "w";
DROP FUNCTION "public"."f"(r);
DROP TYPE "public"."r";
CREATE TYPE "public"."r" AS RANGE (SUBTYPE = integer, MULTIRANGE_TYPE_NAME = "public"."r_multirange");
CREATE FUNCTION "public"."f"(v r) RETURNS r LANGUAGE sql AS $function$select v$function$;
CREATE VIEW "w" AS SELECT f(NULL::r) AS x;
