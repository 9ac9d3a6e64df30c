-- before
create type e as enum ('a');
create table t (v e default 'a');
insert into t values ('a');
-- after
create type e as enum ('a', 'b');
create table t (v e default 'b');
-- up
-- migration 1
ALTER TYPE "public"."e" ADD VALUE 'b';
-- migration 2
SET LOCAL lock_timeout = '5s';
ALTER TABLE "t" ALTER COLUMN "v" SET DEFAULT 'b';
-- down
-- migration 1
SET LOCAL lock_timeout = '5s';
ALTER TABLE "t" ALTER COLUMN "v" DROP DEFAULT;
ALTER TABLE "t" ALTER COLUMN "v" SET DATA TYPE text;
DROP TYPE "public"."e";
CREATE TYPE "public"."e" AS ENUM('a');
ALTER TABLE "t" ALTER COLUMN "v" SET DATA TYPE "public"."e" USING "v"::"public"."e";
ALTER TABLE "t" ALTER COLUMN "v" SET DEFAULT 'a';
