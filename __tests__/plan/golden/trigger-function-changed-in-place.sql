-- before
create table a (x int);
create function g() returns trigger language plpgsql as 'begin return new; end';
create trigger t before insert on a for each row execute function g();
-- after
create table a (x int);
create function g() returns trigger language plpgsql security definer set search_path = '' as 'begin return new; end';
create trigger t before insert on a for each row execute function g();
-- changes
-- alter function public.g() [substance]: security: invoker → definer; settings: none → (search_path="")
-- plan
ALTER FUNCTION "public"."g"() SECURITY DEFINER;
ALTER FUNCTION "public"."g"() SET search_path TO '';
-- down
ALTER FUNCTION "public"."g"() SECURITY INVOKER;
ALTER FUNCTION "public"."g"() RESET search_path;
