-- before
create function step(a int, b int) returns int language sql as 'select 1';
create aggregate s(int) (sfunc = step, stype = int);
create view v as select s(x) from (values (1)) t (x);
-- after
create function step(c int, d int) returns int language sql as 'select 1';
create aggregate s(int) (sfunc = step, stype = int);
create view v as select s(x) from (values (1)) t (x);
-- changes
-- alter function public.step(integer, integer) [substance]: arguments: (a integer, b integer) → (c integer, d integer)
-- plan
DROP VIEW "v";
DROP AGGREGATE "public"."s"(integer);
DROP FUNCTION "public"."step"(integer, integer);
CREATE FUNCTION "public"."step"(c integer, d integer) RETURNS integer LANGUAGE sql AS $function$select 1$function$;
CREATE AGGREGATE "public"."s"(integer) (SFUNC = public.step, STYPE = integer);
CREATE VIEW "v" AS SELECT s(x) AS s
   FROM ( VALUES (1)) t(x);
-- down
DROP VIEW "v";
DROP AGGREGATE "public"."s"(integer);
DROP FUNCTION "public"."step"(integer, integer);
CREATE FUNCTION "public"."step"(a integer, b integer) RETURNS integer LANGUAGE sql AS $function$select 1$function$;
CREATE AGGREGATE "public"."s"(integer) (SFUNC = public.step, STYPE = integer);
CREATE VIEW "v" AS SELECT s(x) AS s
   FROM ( VALUES (1)) t(x);
