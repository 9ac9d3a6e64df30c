-- before
create type c as (a int);
create table t (v c);
create view w as select (v).a from t;
-- after
create type c as (a bigint);
create table t (v c);
create view w as select (v).a from t;
-- changes
-- alter composite type public.c [substance]: attributes: + a bigint, - a integer
-- plan
DROP VIEW "w";
ALTER TABLE "t" ALTER COLUMN "v" SET DATA TYPE text;
DROP TYPE "public"."c";
CREATE TYPE "public"."c" AS ("a" bigint);
ALTER TABLE "t" ALTER COLUMN "v" SET DATA TYPE "public"."c" USING "v"::"public"."c";
CREATE VIEW "w" AS SELECT (v).a AS a
   FROM t;
-- down
DROP VIEW "w";
ALTER TABLE "t" ALTER COLUMN "v" SET DATA TYPE text;
DROP TYPE "public"."c";
CREATE TYPE "public"."c" AS ("a" integer);
ALTER TABLE "t" ALTER COLUMN "v" SET DATA TYPE "public"."c" USING "v"::"public"."c";
CREATE VIEW "w" AS SELECT (v).a AS a
   FROM t;
