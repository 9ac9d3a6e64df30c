-- before

-- after
create table a (id int);
create function audit() returns trigger language plpgsql as 'begin return new; end';
create trigger t after insert on a execute function audit();
-- changes
-- create table public.a [substance]: only in the models
-- create trigger public.a.t [substance]: only in the models
-- create function public.audit() [substance]: only in the models
-- plan
CREATE TABLE "a" (
	"id" integer
);
CREATE FUNCTION "public"."audit"() RETURNS trigger LANGUAGE plpgsql AS $function$begin return new; end$function$;
CREATE TRIGGER "t" AFTER INSERT ON "a" FOR EACH STATEMENT EXECUTE FUNCTION public.audit();
-- down
DROP TABLE "a";
DROP FUNCTION "public"."audit"();
