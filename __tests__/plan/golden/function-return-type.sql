-- before
create function f() returns int language sql as 'select 1';
create view v as select f() as one;
create table a (x int);
create function touch() returns trigger language plpgsql as 'begin return new; end';
create trigger t before insert on a for each row execute function touch();
-- after
create function f() returns bigint language sql as 'select 1::bigint';
create view v as select f() as one;
create table a (x int);
create function touch() returns trigger language plpgsql as 'begin return new; end';
create trigger t before insert on a for each row execute function touch();
-- changes
-- alter function public.f() [substance]: body: line 1: select 1 → select 1::bigint; returns: integer → bigint
-- plan
DROP VIEW "v";
DROP FUNCTION "public"."f"();
CREATE FUNCTION "public"."f"() RETURNS bigint LANGUAGE sql AS $function$select 1::bigint$function$;
CREATE VIEW "v" AS SELECT f() AS one;
-- down
DROP VIEW "v";
DROP FUNCTION "public"."f"();
CREATE FUNCTION "public"."f"() RETURNS integer LANGUAGE sql AS $function$select 1$function$;
CREATE VIEW "v" AS SELECT f() AS one;
