-- before
create function f(a int) returns int language sql immutable as 'select a';
create table a (x int default f(1), constraint c check (f(x) > 0));
create index i on a (f(x));
create view v as select f(x) from a;
-- after
create table a (x int default 1);
-- changes
-- drop check public.a.c [substance]: only in the database
-- drop index public.a.i [substance]: only in the database
-- alter column public.a.x [substance]: default: f(1) → 1
-- drop function public.f(integer) [substance]: only in the database
-- drop view public.v [substance]: only in the database
-- plan
DROP VIEW "v";
DROP INDEX "i";
ALTER TABLE "a" DROP CONSTRAINT "c";
ALTER TABLE "a" ALTER COLUMN "x" SET DEFAULT 1;
DROP FUNCTION "public"."f"(integer);
-- down
CREATE FUNCTION "public"."f"(a integer) RETURNS integer LANGUAGE sql IMMUTABLE AS $function$select a$function$;
ALTER TABLE "a" ALTER COLUMN "x" SET DEFAULT f(1);
ALTER TABLE "a" ADD CONSTRAINT "c" CHECK (f(x) > 0);
CREATE INDEX "i" ON "a" USING btree (f(x));
CREATE VIEW "v" AS SELECT f(x) AS f
   FROM a;
