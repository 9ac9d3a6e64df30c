-- before
create type e as enum ('a');
create table t (v e default 'a');
-- after
create type e as enum ('a', 'b');
create table t (v e default 'b');
-- changes
-- alter enum public.e [substance]: values: + 'b'
-- alter column public.t.v [substance]: default: 'a'::e → 'b'::e
-- plan
ALTER TYPE "public"."e" ADD VALUE 'b';
-- commit
ALTER TABLE "t" ALTER COLUMN "v" SET DEFAULT 'b';
-- down
ALTER TABLE "t" ALTER COLUMN "v" DROP DEFAULT;
ALTER TABLE "t" ALTER COLUMN "v" SET DATA TYPE text;
DROP TYPE "public"."e";
CREATE TYPE "public"."e" AS ENUM('a');
ALTER TABLE "t" ALTER COLUMN "v" SET DATA TYPE "public"."e" USING "v"::"public"."e";
ALTER TABLE "t" ALTER COLUMN "v" SET DEFAULT 'a';
-- irreversible
-- rows that use a new value of enum public.e stand in the way of removing it again
