-- before
create type e as enum ('a', 'b');
create table t (v e not null default 'a', primary key (v));
-- after
create type e as enum ('b', 'a');
create table t (v e not null default 'a', primary key (v));
-- changes
-- alter enum public.e [form]: order of values: a, b → b, a
-- plan
ALTER TABLE "t" ALTER COLUMN "v" DROP DEFAULT;
ALTER TABLE "t" ALTER COLUMN "v" SET DATA TYPE text;
DROP TYPE "public"."e";
CREATE TYPE "public"."e" AS ENUM('b', 'a');
ALTER TABLE "t" ALTER COLUMN "v" SET DATA TYPE "public"."e" USING "v"::"public"."e";
ALTER TABLE "t" ALTER COLUMN "v" SET DEFAULT 'a';
-- down
ALTER TABLE "t" ALTER COLUMN "v" DROP DEFAULT;
ALTER TABLE "t" ALTER COLUMN "v" SET DATA TYPE text;
DROP TYPE "public"."e";
CREATE TYPE "public"."e" AS ENUM('a', 'b');
ALTER TABLE "t" ALTER COLUMN "v" SET DATA TYPE "public"."e" USING "v"::"public"."e";
ALTER TABLE "t" ALTER COLUMN "v" SET DEFAULT 'a';
