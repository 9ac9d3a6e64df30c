-- A child leans on its parent's types without a column of its own.
-- before
create type old as (a integer);
create table t (x old);
create table child () inherits (t);
-- after
create type new as (a integer);
create table t (x new);
create table child () inherits (t);
-- changes
-- create composite type public.new [substance]: only in the models
-- drop composite type public.old [substance]: only in the database
-- alter column public.t.x [substance]: type: old → new
-- plan
CREATE TYPE "public"."new" AS ("a" integer);
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE new USING "x"::text::new;
DROP TYPE "public"."old";
-- down
CREATE TYPE "public"."old" AS ("a" integer);
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE old USING "x"::text::old;
DROP TYPE "public"."new";
-- irreversible
-- changing the type of column public.t.x from old to new may not keep every value as it was
