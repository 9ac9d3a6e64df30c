-- before
create function f(a int) returns int language sql immutable as 'select a';
create table a (x int);
create policy p on a using (f(x) > 0);
-- after
create function f(b int) returns int language sql immutable as 'select b';
create table a (x int);
create policy p on a using (f(x) > 0);
-- changes
-- alter function public.f(integer) [substance]: arguments: (a integer) → (b integer); body: line 1: select a → select b
-- plan
DROP POLICY "p" ON "a";
DROP FUNCTION "public"."f"(integer);
CREATE FUNCTION "public"."f"(b integer) RETURNS integer LANGUAGE sql IMMUTABLE AS $function$select b$function$;
CREATE POLICY "p" ON "a" AS PERMISSIVE FOR ALL TO public USING (f(x) > 0);
-- down
DROP POLICY "p" ON "a";
DROP FUNCTION "public"."f"(integer);
CREATE FUNCTION "public"."f"(a integer) RETURNS integer LANGUAGE sql IMMUTABLE AS $function$select a$function$;
CREATE POLICY "p" ON "a" AS PERMISSIVE FOR ALL TO public USING (f(x) > 0);
