-- before
create type e as enum ('a', 'b');
create table t (k int, v e default 'a') partition by list (k);
create table t1 partition of t for values in (1);
create index i on t (v) where v = 'a';
-- after
create type e as enum ('b', 'a');
create table t (k int, v e default 'a') partition by list (k);
create table t1 partition of t for values in (1);
create index i on t (v) where v = 'a';
-- changes
-- alter enum public.e [form]: order of values: a, b → b, a
-- plan
DROP INDEX "i";
ALTER TABLE "t" ALTER COLUMN "v" DROP DEFAULT;
ALTER TABLE "t" ALTER COLUMN "v" SET DATA TYPE text;
DROP TYPE "public"."e";
CREATE TYPE "public"."e" AS ENUM('b', 'a');
ALTER TABLE "t" ALTER COLUMN "v" SET DATA TYPE "public"."e" USING "v"::"public"."e";
ALTER TABLE "t" ALTER COLUMN "v" SET DEFAULT 'a';
CREATE INDEX "i" ON "t" USING btree ("v") WHERE (v = 'a'::e);
-- down
DROP INDEX "i";
ALTER TABLE "t" ALTER COLUMN "v" DROP DEFAULT;
ALTER TABLE "t" ALTER COLUMN "v" SET DATA TYPE text;
DROP TYPE "public"."e";
CREATE TYPE "public"."e" AS ENUM('a', 'b');
ALTER TABLE "t" ALTER COLUMN "v" SET DATA TYPE "public"."e" USING "v"::"public"."e";
ALTER TABLE "t" ALTER COLUMN "v" SET DEFAULT 'a';
CREATE INDEX "i" ON "t" USING btree ("v") WHERE (v = 'a'::e);
