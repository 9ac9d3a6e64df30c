-- What they call has another argument type, so it is another function, by the same name.
-- before
create function f(a integer) returns integer immutable language sql return a;
create table t (x integer, y integer default f(1), constraint c check (f(x) > 0));
create index i on t (f(x));
-- after
create function f(a bigint) returns integer immutable language sql return 1;
create table t (x bigint, y integer default f(1), constraint c check (f(x) > 0));
create index i on t (f(x));
-- changes
-- create function public.f(bigint) [substance]: only in the models
-- drop function public.f(integer) [substance]: only in the database
-- alter column public.t.x [substance]: type: integer → bigint
-- alter column public.t.y [substance]: default: f(1) → f((1)::bigint)
-- plan
DROP INDEX "i";
ALTER TABLE "t" DROP CONSTRAINT "c";
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE bigint;
CREATE FUNCTION "public"."f"(a bigint) RETURNS integer LANGUAGE sql IMMUTABLE RETURN 1;
ALTER TABLE "t" ALTER COLUMN "y" SET DEFAULT f((1)::bigint);
DROP FUNCTION "public"."f"(integer);
ALTER TABLE "t" ADD CONSTRAINT "c" CHECK (f(x) > 0);
CREATE INDEX "i" ON "t" USING btree (f(x));
-- down
DROP INDEX "i";
ALTER TABLE "t" DROP CONSTRAINT "c";
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE integer;
CREATE FUNCTION "public"."f"(a integer) RETURNS integer LANGUAGE sql IMMUTABLE RETURN a;
ALTER TABLE "t" ALTER COLUMN "y" SET DEFAULT f(1);
DROP FUNCTION "public"."f"(bigint);
ALTER TABLE "t" ADD CONSTRAINT "c" CHECK (f(x) > 0);
CREATE INDEX "i" ON "t" USING btree (f(x));
