-- before
create type e as enum ('a', 'b');
create table t (v e[], w text[], x e);
-- after
create type e as enum ('a', 'b');
create table t (v text[], w e[], x text);
-- changes
-- alter column public.t.v [substance]: type: e[] → text[]
-- alter column public.t.w [substance]: type: text[] → e[]
-- alter column public.t.x [substance]: type: e → text
-- plan
ALTER TABLE "t" ALTER COLUMN "v" SET DATA TYPE text[] USING "v"::text[];
ALTER TABLE "t" ALTER COLUMN "w" SET DATA TYPE e[] USING "w"::text[]::e[];
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE text;
-- down
ALTER TABLE "t" ALTER COLUMN "v" SET DATA TYPE e[] USING "v"::text[]::e[];
ALTER TABLE "t" ALTER COLUMN "w" SET DATA TYPE text[] USING "w"::text[];
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE e USING "x"::e;
-- irreversible
-- changing the type of column public.t.v from e[] to text[] may not keep every value as it was
-- changing the type of column public.t.w from text[] to e[] may not keep every value as it was
-- changing the type of column public.t.x from e to text may not keep every value as it was
