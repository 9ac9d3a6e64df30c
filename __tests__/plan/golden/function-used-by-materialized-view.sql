-- before
create function f(a int) returns int language sql immutable as 'select a';
create materialized view m as select f(1) as x;
create unique index i on m (x);
-- after
create function f(b int) returns int language sql immutable as 'select b';
create materialized view m as select f(1) as x;
create unique index i on m (x);
-- changes
-- alter function public.f(integer) [substance]: arguments: (a integer) → (b integer); body: line 1: select a → select b
-- plan
DROP MATERIALIZED VIEW "m";
DROP FUNCTION "public"."f"(integer);
CREATE FUNCTION "public"."f"(b integer) RETURNS integer LANGUAGE sql IMMUTABLE AS $function$select b$function$;
CREATE MATERIALIZED VIEW "m" AS SELECT f(1) AS x;
CREATE UNIQUE INDEX "i" ON "m" USING btree ("x");
-- down
DROP MATERIALIZED VIEW "m";
DROP FUNCTION "public"."f"(integer);
CREATE FUNCTION "public"."f"(a integer) RETURNS integer LANGUAGE sql IMMUTABLE AS $function$select a$function$;
CREATE MATERIALIZED VIEW "m" AS SELECT f(1) AS x;
CREATE UNIQUE INDEX "i" ON "m" USING btree ("x");
