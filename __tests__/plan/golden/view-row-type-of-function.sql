-- before
create table a (x int, y text);
create view v as select x from a;
create function f() returns setof v language sql as 'select x from a';
-- after
create table a (x int, y text);
create view v as select y, x from a;
create function f() returns setof v language sql as 'select y, x from a';
-- changes
-- alter function public.f() [substance]: body: line 1: select x from a → select y, x from a
-- alter view public.v [substance]: definition: SELECT x FROM a; → SELECT y, x FROM a;
-- plan
DROP FUNCTION "public"."f"();
DROP VIEW "v";
CREATE VIEW "v" AS SELECT y,
    x
   FROM a;
CREATE FUNCTION "public"."f"() RETURNS SETOF v LANGUAGE sql AS $function$select y, x from a$function$;
-- down
DROP FUNCTION "public"."f"();
DROP VIEW "v";
CREATE VIEW "v" AS SELECT x
   FROM a;
CREATE FUNCTION "public"."f"() RETURNS SETOF v LANGUAGE sql AS $function$select x from a$function$;
