-- The check reads as before under its new name, but calls another function.
-- before
create domain d as integer;
create function f(a d) returns boolean immutable language sql return true;
create table t (x d, constraint a check (f(x)));
-- after
create domain e as integer;
create function f(a e) returns boolean immutable language sql return true;
create table t (x e, constraint b check (f(x)));
-- changes
-- drop domain public.d [substance]: only in the database
-- create domain public.e [substance]: only in the models
-- drop function public.f(d) [substance]: only in the database
-- create function public.f(e) [substance]: only in the models
-- rename check public.t.b [form]: the same under another name: a → b
-- alter column public.t.x [substance]: type: d → e
-- plan
ALTER TABLE "t" DROP CONSTRAINT "a";
DROP FUNCTION "public"."f"(d);
CREATE DOMAIN "public"."e" AS integer;
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE e;
DROP DOMAIN "public"."d";
CREATE FUNCTION "public"."f"(a e) RETURNS boolean LANGUAGE sql IMMUTABLE RETURN true;
ALTER TABLE "t" ADD CONSTRAINT "b" CHECK (f(x));
-- down
ALTER TABLE "t" DROP CONSTRAINT "b";
DROP FUNCTION "public"."f"(e);
CREATE DOMAIN "public"."d" AS integer;
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE d;
DROP DOMAIN "public"."e";
CREATE FUNCTION "public"."f"(a d) RETURNS boolean LANGUAGE sql IMMUTABLE RETURN true;
ALTER TABLE "t" ADD CONSTRAINT "a" CHECK (f(x));
-- irreversible
-- changing the type of column public.t.x from d to e may not keep every value as it was
