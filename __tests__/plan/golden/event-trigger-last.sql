-- before

-- after
create function guard() returns event_trigger language plpgsql as $$ begin raise notice 'changed'; end $$;
create table a (id int);
create event trigger t on ddl_command_start execute function guard();
-- changes
-- create table public.a [substance]: only in the models
-- create function public.guard() [substance]: only in the models
-- create event trigger t [substance]: only in the models
-- plan
CREATE TABLE "a" (
	"id" integer
);
CREATE FUNCTION "public"."guard"() RETURNS event_trigger LANGUAGE plpgsql AS $function$ begin raise notice 'changed'; end $function$;
CREATE EVENT TRIGGER "t" ON ddl_command_start EXECUTE FUNCTION public.guard();
-- down
DROP EVENT TRIGGER "t";
DROP FUNCTION "public"."guard"();
DROP TABLE "a";
