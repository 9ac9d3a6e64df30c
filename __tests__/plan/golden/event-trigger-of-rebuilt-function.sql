-- before
create function g() returns event_trigger language plpgsql as 'begin end';
create event trigger t on sql_drop execute function g();
create table a (x int);
-- after
create function g() returns event_trigger language plpgsql as 'begin return; end';
create event trigger t on sql_drop execute function g();
-- changes
-- drop table public.a [substance]: only in the database
-- alter function public.g() [substance]: body: line 1: begin end → begin return; end
-- plan
DROP TABLE "a";
CREATE OR REPLACE FUNCTION "public"."g"() RETURNS event_trigger LANGUAGE plpgsql AS $function$begin return; end$function$;
-- down
CREATE OR REPLACE FUNCTION "public"."g"() RETURNS event_trigger LANGUAGE plpgsql AS $function$begin end$function$;
CREATE TABLE "a" (
	"x" integer
);
-- irreversible
-- dropping table public.a loses its rows
