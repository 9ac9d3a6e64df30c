-- before
create function f(a int default 0) returns int language sql as 'select 1';
create view v as select f() as x;
-- after
create function f(a text default '') returns int language sql as 'select 1';
create view v as select f() as x;
-- changes
-- drop function public.f(integer) [substance]: only in the database
-- create function public.f(text) [substance]: only in the models
-- plan
DROP VIEW "v";
DROP FUNCTION "public"."f"(integer);
CREATE FUNCTION "public"."f"(a text DEFAULT ''::text) RETURNS integer LANGUAGE sql AS $function$select 1$function$;
CREATE VIEW "v" AS SELECT f() AS x;
-- down
DROP VIEW "v";
DROP FUNCTION "public"."f"(text);
CREATE FUNCTION "public"."f"(a integer DEFAULT 0) RETURNS integer LANGUAGE sql AS $function$select 1$function$;
CREATE VIEW "v" AS SELECT f() AS x;
