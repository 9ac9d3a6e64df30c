-- before
create type e as enum ('a', 'b');
create table t (v text default ('a'::e)::text);
-- after
create type e as enum ('b');
create table t (v text default ('b'::e)::text);
-- changes
-- alter enum public.e [substance]: values: - 'a'
-- alter column public.t.v [substance]: default: ('a'::e)::text → ('b'::e)::text
-- plan
ALTER TABLE "t" ALTER COLUMN "v" DROP DEFAULT;
DROP TYPE "public"."e";
CREATE TYPE "public"."e" AS ENUM('b');
ALTER TABLE "t" ALTER COLUMN "v" SET DEFAULT ('b'::e)::text;
-- down
ALTER TYPE "public"."e" ADD VALUE 'a' BEFORE 'b';
-- commit
ALTER TABLE "t" ALTER COLUMN "v" SET DEFAULT ('a'::e)::text;
