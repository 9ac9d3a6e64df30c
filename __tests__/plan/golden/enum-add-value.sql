-- before
create type e as enum ('a', 'c');
create table t (v e default 'a');
-- after
create type e as enum ('z', 'a', 'b', 'c', 'd');
create table t (v e default 'a');
-- changes
-- alter enum public.e [substance]: values: + 'b', + 'd', + 'z'
-- plan
ALTER TYPE "public"."e" ADD VALUE 'z' BEFORE 'a';
ALTER TYPE "public"."e" ADD VALUE 'b' BEFORE 'c';
ALTER TYPE "public"."e" ADD VALUE 'd';
-- down
ALTER TABLE "t" ALTER COLUMN "v" DROP DEFAULT;
ALTER TABLE "t" ALTER COLUMN "v" SET DATA TYPE text;
DROP TYPE "public"."e";
CREATE TYPE "public"."e" AS ENUM('a', 'c');
ALTER TABLE "t" ALTER COLUMN "v" SET DATA TYPE "public"."e" USING "v"::"public"."e";
ALTER TABLE "t" ALTER COLUMN "v" SET DEFAULT 'a';
-- irreversible
-- rows that use a new value of enum public.e stand in the way of removing it again
