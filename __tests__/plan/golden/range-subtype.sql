-- before
create type r as range (subtype = int);
create table t (x r default '[1,2)', y r[], constraint apart exclude using gist (x with &&));
create index i on t using gist (x);
create index j on t (x);
create view v as select x from t where x @> 3;
-- after
create type r as range (subtype = bigint);
create table t (x r default '[1,2)', y r[], constraint apart exclude using gist (x with &&));
create index i on t using gist (x);
create index j on t (x);
create view v as select x from t where x @> 3::bigint;
-- changes
-- alter range type public.r [substance]: subtype: integer → bigint
-- alter view public.v [substance]: definition: SELECT x FROM t WHERE (x @> 3); → SELECT x FROM t WHERE (x @> (3)::bigint);
-- plan
DROP VIEW "v";
DROP INDEX "i";
ALTER TABLE "t" DROP CONSTRAINT "apart";
ALTER TABLE "t" ALTER COLUMN "x" DROP DEFAULT;
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE text;
ALTER TABLE "t" ALTER COLUMN "y" SET DATA TYPE text[];
DROP TYPE "public"."r";
CREATE TYPE "public"."r" AS RANGE (SUBTYPE = bigint, MULTIRANGE_TYPE_NAME = "public"."r_multirange");
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE "public"."r" USING "x"::"public"."r";
ALTER TABLE "t" ALTER COLUMN "x" SET DEFAULT '[1,2)';
ALTER TABLE "t" ALTER COLUMN "y" SET DATA TYPE "public"."r"[] USING "y"::"public"."r"[];
ALTER TABLE "t" ADD CONSTRAINT "apart" EXCLUDE USING gist (x WITH &&);
CREATE INDEX "i" ON "t" USING gist ("x");
CREATE VIEW "v" AS SELECT x
   FROM t
  WHERE (x @> (3)::bigint);
-- down
DROP VIEW "v";
DROP INDEX "i";
ALTER TABLE "t" DROP CONSTRAINT "apart";
ALTER TABLE "t" ALTER COLUMN "x" DROP DEFAULT;
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE text;
ALTER TABLE "t" ALTER COLUMN "y" SET DATA TYPE text[];
DROP TYPE "public"."r";
CREATE TYPE "public"."r" AS RANGE (SUBTYPE = integer, MULTIRANGE_TYPE_NAME = "public"."r_multirange");
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE "public"."r" USING "x"::"public"."r";
ALTER TABLE "t" ALTER COLUMN "x" SET DEFAULT '[1,2)';
ALTER TABLE "t" ALTER COLUMN "y" SET DATA TYPE "public"."r"[] USING "y"::"public"."r"[];
ALTER TABLE "t" ADD CONSTRAINT "apart" EXCLUDE USING gist (x WITH &&);
CREATE INDEX "i" ON "t" USING gist ("x");
CREATE VIEW "v" AS SELECT x
   FROM t
  WHERE (x @> 3);
