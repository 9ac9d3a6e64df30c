-- before
create table a (id int, x text, y text);
create function audit() returns trigger language plpgsql as 'begin return new; end';
create trigger t after insert on a execute function audit();
-- after
create table a (id int, x text, y text);
create function audit() returns trigger language plpgsql as 'begin return new; end';
create trigger t after insert on a execute function audit();
create function audit(int) returns int language sql as 'select 1';
-- changes
-- create function public.audit(integer) [substance]: only in the models
-- plan
CREATE FUNCTION "public"."audit"(integer) RETURNS integer LANGUAGE sql AS $function$select 1$function$;
-- down
DROP FUNCTION "public"."audit"(integer);
