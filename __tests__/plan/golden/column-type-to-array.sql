-- before
create table a (v text);
-- after
create table a (v text[]);
-- changes
-- alter column public.a.v [substance]: type: text → text[]
-- plan
ALTER TABLE "a" ALTER COLUMN "v" SET DATA TYPE text[] USING "v"::text[];
-- down
ALTER TABLE "a" ALTER COLUMN "v" SET DATA TYPE text;
-- irreversible
-- changing the type of column public.a.v from text to text[] may not keep every value as it was
