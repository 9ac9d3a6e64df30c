-- before
create type e as enum ('a', 'b');
create table t (v text default 'a');
-- after
create type e as enum ('a', 'b');
create table t (v e default 'a');
-- changes
-- alter column public.t.v [substance]: default: 'a'::text → 'a'::e; type: text → e
-- plan
ALTER TABLE "t" ALTER COLUMN "v" DROP DEFAULT;
ALTER TABLE "t" ALTER COLUMN "v" SET DATA TYPE e USING "v"::e;
ALTER TABLE "t" ALTER COLUMN "v" SET DEFAULT 'a';
-- down
ALTER TABLE "t" ALTER COLUMN "v" DROP DEFAULT;
ALTER TABLE "t" ALTER COLUMN "v" SET DATA TYPE text;
ALTER TABLE "t" ALTER COLUMN "v" SET DEFAULT 'a';
-- irreversible
-- changing the type of column public.t.v from text to e may not keep every value as it was
