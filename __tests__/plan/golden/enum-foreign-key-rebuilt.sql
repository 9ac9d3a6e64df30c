-- before
create type e as enum ('a', 'b');
create table t (v e primary key);
create table u (v e constraint k references t);
-- after
create type e as enum ('a');
create table t (v e primary key);
create table u (v e constraint k references t);
-- changes
-- alter enum public.e [substance]: values: - 'b'
-- plan
ALTER TABLE "u" DROP CONSTRAINT "k";
ALTER TABLE "t" ALTER COLUMN "v" SET DATA TYPE text;
ALTER TABLE "u" ALTER COLUMN "v" SET DATA TYPE text;
DROP TYPE "public"."e";
CREATE TYPE "public"."e" AS ENUM('a');
ALTER TABLE "t" ALTER COLUMN "v" SET DATA TYPE "public"."e" USING "v"::"public"."e";
ALTER TABLE "u" ALTER COLUMN "v" SET DATA TYPE "public"."e" USING "v"::"public"."e";
ALTER TABLE "u" ADD CONSTRAINT "k" FOREIGN KEY ("v") REFERENCES "public"."t"("v") ON DELETE no action ON UPDATE no action;
-- down
ALTER TYPE "public"."e" ADD VALUE 'b';
