-- before
create domain a as int;
create domain b as a;
create table t (x a, y b);
-- after
create domain a as bigint;
create domain b as a check (value > 0);
create table t (x a, y b);
-- changes
-- alter domain public.a [substance]: type: integer → bigint
-- alter domain public.b [substance]: checks: + b_check ((VALUE)::bigint > 0)
-- plan
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE text;
ALTER TABLE "t" ALTER COLUMN "y" SET DATA TYPE text;
DROP DOMAIN "public"."b";
DROP DOMAIN "public"."a";
CREATE DOMAIN "public"."a" AS bigint;
CREATE DOMAIN "public"."b" AS a CONSTRAINT "b_check" CHECK ((VALUE)::bigint > 0);
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE "public"."a" USING "x"::"public"."a";
ALTER TABLE "t" ALTER COLUMN "y" SET DATA TYPE "public"."b" USING "y"::"public"."b";
-- down
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE text;
ALTER TABLE "t" ALTER COLUMN "y" SET DATA TYPE text;
DROP DOMAIN "public"."b";
DROP DOMAIN "public"."a";
CREATE DOMAIN "public"."a" AS integer;
CREATE DOMAIN "public"."b" AS a;
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE "public"."a" USING "x"::"public"."a";
ALTER TABLE "t" ALTER COLUMN "y" SET DATA TYPE "public"."b" USING "y"::"public"."b";
