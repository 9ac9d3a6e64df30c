-- before
create function f(a int) returns int language sql immutable as 'select a';
create table a (x int);
create index i on a (f(x)) where f(x) > 0;
-- after
create function f(b int) returns int language sql immutable as 'select b';
create table a (x int);
create index i on a (f(x)) where f(x) > 0;
-- changes
-- alter function public.f(integer) [substance]: arguments: (a integer) → (b integer); body: line 1: select a → select b
-- plan
DROP INDEX "i";
DROP FUNCTION "public"."f"(integer);
CREATE FUNCTION "public"."f"(b integer) RETURNS integer LANGUAGE sql IMMUTABLE AS $function$select b$function$;
CREATE INDEX "i" ON "a" USING btree (f(x)) WHERE (f(x) > 0);
-- down
DROP INDEX "i";
DROP FUNCTION "public"."f"(integer);
CREATE FUNCTION "public"."f"(a integer) RETURNS integer LANGUAGE sql IMMUTABLE AS $function$select a$function$;
CREATE INDEX "i" ON "a" USING btree (f(x)) WHERE (f(x) > 0);
