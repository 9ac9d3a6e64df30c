-- before
create type c as (x int, y text);
create table t (p c default '(1,a)', q c[]);
create view v as select (p).x from t;
-- after
create type c as (x bigint, y text);
create table t (p c default '(1,a)', q c[]);
create view v as select (p).x from t;
-- changes
-- alter composite type public.c [substance]: attributes: + x bigint, - x integer
-- plan
DROP VIEW "v";
ALTER TABLE "t" ALTER COLUMN "p" DROP DEFAULT;
ALTER TABLE "t" ALTER COLUMN "p" SET DATA TYPE text;
ALTER TABLE "t" ALTER COLUMN "q" SET DATA TYPE text[];
DROP TYPE "public"."c";
CREATE TYPE "public"."c" AS ("x" bigint, "y" text);
ALTER TABLE "t" ALTER COLUMN "p" SET DATA TYPE "public"."c" USING "p"::"public"."c";
ALTER TABLE "t" ALTER COLUMN "p" SET DEFAULT '(1,a)';
ALTER TABLE "t" ALTER COLUMN "q" SET DATA TYPE "public"."c"[] USING "q"::"public"."c"[];
CREATE VIEW "v" AS SELECT (p).x AS x
   FROM t;
-- down
DROP VIEW "v";
ALTER TABLE "t" ALTER COLUMN "p" DROP DEFAULT;
ALTER TABLE "t" ALTER COLUMN "p" SET DATA TYPE text;
ALTER TABLE "t" ALTER COLUMN "q" SET DATA TYPE text[];
DROP TYPE "public"."c";
CREATE TYPE "public"."c" AS ("x" integer, "y" text);
ALTER TABLE "t" ALTER COLUMN "p" SET DATA TYPE "public"."c" USING "p"::"public"."c";
ALTER TABLE "t" ALTER COLUMN "p" SET DEFAULT '(1,a)';
ALTER TABLE "t" ALTER COLUMN "q" SET DATA TYPE "public"."c"[] USING "q"::"public"."c"[];
CREATE VIEW "v" AS SELECT (p).x AS x
   FROM t;
