-- before
create schema s;
create function s.f() returns int language sql as 'select 1';
create procedure s.p() language sql as 'select 1';
create aggregate s.a(int) (sfunc = int4pl, stype = int);
create operator s.## (function = int4abs, rightarg = int);
-- after

-- changes
-- drop schema s [substance]: only in the database
-- drop operator s.##(NONE, integer) [substance]: only in the database
-- drop aggregate s.a(integer) [substance]: only in the database
-- drop function s.f() [substance]: only in the database
-- drop procedure s.p() [substance]: only in the database
-- plan
DROP OPERATOR "s".## (NONE, integer);
DROP AGGREGATE "s"."a"(integer);
DROP PROCEDURE "s"."p"();
DROP FUNCTION "s"."f"();
DROP SCHEMA "s";
-- down
CREATE SCHEMA "s";
CREATE FUNCTION "s"."f"() RETURNS integer LANGUAGE sql AS $function$select 1$function$;
CREATE PROCEDURE "s"."p"() LANGUAGE sql AS $procedure$select 1$procedure$;
CREATE AGGREGATE "s"."a"(integer) (SFUNC = pg_catalog.int4pl, STYPE = integer);
CREATE OPERATOR "s".## (FUNCTION = pg_catalog.int4abs, RIGHTARG = integer);
