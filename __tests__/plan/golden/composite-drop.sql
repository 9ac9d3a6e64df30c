-- before
create type c as (x int);
create table t (p c, q int);
-- after
create table t (q int);
-- changes
-- drop composite type public.c [substance]: only in the database
-- drop column public.t.p [substance]: only in the database
-- plan
ALTER TABLE "t" DROP COLUMN "p";
DROP TYPE "public"."c";
-- down
CREATE TYPE "public"."c" AS ("x" integer);
ALTER TABLE "t" ADD COLUMN "p" c;
-- irreversible
-- dropping column public.t.p loses its values
