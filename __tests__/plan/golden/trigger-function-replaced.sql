-- before
create table a (id int, x text, y text);
create function audit() returns trigger language plpgsql as 'begin return new; end';
create trigger t before insert on a for each row execute function audit();
-- after
create table a (id int, x text, y text);
create function audit() returns trigger language plpgsql as 'begin return null; end';
create trigger t before insert on a for each row execute function audit();
-- changes
-- alter function public.audit() [substance]: body: line 1: begin return new; end → begin return null; end
-- plan
CREATE OR REPLACE FUNCTION "public"."audit"() RETURNS trigger LANGUAGE plpgsql AS $function$begin return null; end$function$;
-- down
CREATE OR REPLACE FUNCTION "public"."audit"() RETURNS trigger LANGUAGE plpgsql AS $function$begin return new; end$function$;
