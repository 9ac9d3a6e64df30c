-- A domain over one that goes leans on the one that comes.
-- before
create domain old as integer;
create domain d as old;
create table t (x d);
-- after
create domain new as integer;
create domain d as new;
create table t (x d);
-- changes
-- alter domain public.d [substance]: type: old → new
-- create domain public.new [substance]: only in the models
-- drop domain public.old [substance]: only in the database
-- plan
CREATE DOMAIN "public"."new" AS integer;
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE text;
DROP DOMAIN "public"."d";
CREATE DOMAIN "public"."d" AS new;
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE "public"."d" USING "x"::"public"."d";
DROP DOMAIN "public"."old";
-- down
CREATE DOMAIN "public"."old" AS integer;
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE text;
DROP DOMAIN "public"."d";
CREATE DOMAIN "public"."d" AS old;
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE "public"."d" USING "x"::"public"."d";
DROP DOMAIN "public"."new";
