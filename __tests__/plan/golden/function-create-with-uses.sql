-- before

-- after
create function f(n int) returns int language sql immutable as 'select n';
create table a (x int default f(1) check (f(x) > 0), y int generated always as (f(x)) stored);
create index i on a (f(x));
create view v as select f(x) from a;
create policy p on a using (f(x) > 0);
-- changes
-- create table public.a [substance]: only in the models
-- create index public.a.i [substance]: only in the models
-- create policy public.a.p [substance]: only in the models
-- create function public.f(integer) [substance]: only in the models
-- create view public.v [substance]: only in the models
-- plan
CREATE FUNCTION "public"."f"(n integer) RETURNS integer LANGUAGE sql IMMUTABLE AS $function$select n$function$;
CREATE TABLE "a" (
	"x" integer DEFAULT f(1),
	"y" integer GENERATED ALWAYS AS (f(x)) STORED,
	CONSTRAINT "a_x_check" CHECK (f(x) > 0)
);
CREATE INDEX "i" ON "a" USING btree (f(x));
CREATE VIEW "v" AS SELECT f(x) AS f
   FROM a;
CREATE POLICY "p" ON "a" AS PERMISSIVE FOR ALL TO public USING (f(x) > 0);
-- down
DROP VIEW "v";
DROP TABLE "a";
DROP FUNCTION "public"."f"(integer);
