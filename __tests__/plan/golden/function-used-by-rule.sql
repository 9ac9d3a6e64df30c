-- before
create function f(a int) returns int language sql immutable as 'select a';
create table a (x int);
create rule r as on insert to a where f(new.x) > 0 do instead nothing;
-- after
create function f(b int) returns int language sql immutable as 'select b';
create table a (x int);
create rule r as on insert to a where f(new.x) > 0 do instead nothing;
-- changes
-- alter function public.f(integer) [substance]: arguments: (a integer) → (b integer); body: line 1: select a → select b
-- plan
DROP RULE "r" ON "a";
DROP FUNCTION "public"."f"(integer);
CREATE FUNCTION "public"."f"(b integer) RETURNS integer LANGUAGE sql IMMUTABLE AS $function$select b$function$;
CREATE RULE "r" AS ON INSERT TO public.a
   WHERE (f(new.x) > 0) DO INSTEAD NOTHING;
-- down
DROP RULE "r" ON "a";
DROP FUNCTION "public"."f"(integer);
CREATE FUNCTION "public"."f"(a integer) RETURNS integer LANGUAGE sql IMMUTABLE AS $function$select a$function$;
CREATE RULE "r" AS ON INSERT TO public.a
   WHERE (f(new.x) > 0) DO INSTEAD NOTHING;
