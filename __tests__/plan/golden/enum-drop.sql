-- before
create type e as enum ('a');
create table t (v e);
-- after
create table t (v text);
-- changes
-- drop enum public.e [substance]: only in the database
-- alter column public.t.v [substance]: type: e → text
-- plan
ALTER TABLE "t" ALTER COLUMN "v" SET DATA TYPE text;
DROP TYPE "public"."e";
-- down
CREATE TYPE "public"."e" AS ENUM('a');
ALTER TABLE "t" ALTER COLUMN "v" SET DATA TYPE e USING "v"::e;
-- irreversible
-- changing the type of column public.t.v from e to text may not keep every value as it was
