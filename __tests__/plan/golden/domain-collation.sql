-- before
create domain d as text;
create table t (x d);
-- after
create domain d as text collate "C";
create table t (x d);
-- changes
-- alter domain public.d [substance]: collation: none → "C"
-- plan
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE text;
DROP DOMAIN "public"."d";
CREATE DOMAIN "public"."d" AS text COLLATE "C";
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE "public"."d" USING "x"::"public"."d";
-- down
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE text;
DROP DOMAIN "public"."d";
CREATE DOMAIN "public"."d" AS text;
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE "public"."d" USING "x"::"public"."d";
