-- The column moves to the domain that the dropped one is over: the check may go at any time.
-- before
create domain d as integer constraint ok check (value > 0);
create domain e as d;
create table t (x e);
-- after
create domain d as integer;
create table t (x d);
-- changes
-- alter domain public.d [substance]: checks: - ok (VALUE > 0)
-- drop domain public.e [substance]: only in the database
-- alter column public.t.x [substance]: type: e → d
-- plan
ALTER DOMAIN "public"."d" DROP CONSTRAINT "ok";
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE d;
DROP DOMAIN "public"."e";
-- down
ALTER DOMAIN "public"."d" ADD CONSTRAINT "ok" CHECK (VALUE > 0);
CREATE DOMAIN "public"."e" AS d;
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE e;
-- irreversible
-- changing the type of column public.t.x from e to d may not keep every value as it was
