-- before
create table a (x int, y text);
create view v as select x from a;
create function f(r v) returns int language sql as 'select r.x';
-- after
create table a (x int, y text);
create view v as select x, y from a;
create function f(r v) returns int language sql as 'select r.x';
-- changes
-- alter view public.v [substance]: definition: SELECT x FROM a; → SELECT x, y FROM a;
-- plan
CREATE OR REPLACE VIEW "v" AS SELECT x,
    y
   FROM a;
-- down
DROP FUNCTION "public"."f"(v);
DROP VIEW "v";
CREATE VIEW "v" AS SELECT x
   FROM a;
CREATE FUNCTION "public"."f"(r v) RETURNS integer LANGUAGE sql AS $function$select r.x$function$;
