-- before
create function f(a int) returns int language sql immutable as 'select a';
create table a (x int);
create function audit() returns trigger language plpgsql as 'begin return new; end';
create trigger t before insert on a for each row when (f(new.x) > 0) execute function audit();
-- after
create function f(b int) returns int language sql immutable as 'select b';
create table a (x int);
create function audit() returns trigger language plpgsql as 'begin return new; end';
create trigger t before insert on a for each row when (f(new.x) > 0) execute function audit();
-- changes
-- alter function public.f(integer) [substance]: arguments: (a integer) → (b integer); body: line 1: select a → select b
-- plan
DROP TRIGGER "t" ON "a";
DROP FUNCTION "public"."f"(integer);
CREATE FUNCTION "public"."f"(b integer) RETURNS integer LANGUAGE sql IMMUTABLE AS $function$select b$function$;
CREATE TRIGGER "t" BEFORE INSERT ON "a" FOR EACH ROW WHEN (f(new.x) > 0) EXECUTE FUNCTION public.audit();
-- down
DROP TRIGGER "t" ON "a";
DROP FUNCTION "public"."f"(integer);
CREATE FUNCTION "public"."f"(a integer) RETURNS integer LANGUAGE sql IMMUTABLE AS $function$select a$function$;
CREATE TRIGGER "t" BEFORE INSERT ON "a" FOR EACH ROW WHEN (f(new.x) > 0) EXECUTE FUNCTION public.audit();
