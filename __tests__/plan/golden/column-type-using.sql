-- before
create table a (v text default '1');
-- after
create table a (v integer default 1);
-- changes
-- alter column public.a.v [substance]: default: '1'::text → 1; type: text → integer
-- plan
ALTER TABLE "a" ALTER COLUMN "v" DROP DEFAULT;
ALTER TABLE "a" ALTER COLUMN "v" SET DATA TYPE integer USING "v"::integer;
ALTER TABLE "a" ALTER COLUMN "v" SET DEFAULT 1;
-- down
ALTER TABLE "a" ALTER COLUMN "v" DROP DEFAULT;
ALTER TABLE "a" ALTER COLUMN "v" SET DATA TYPE text;
ALTER TABLE "a" ALTER COLUMN "v" SET DEFAULT '1';
-- irreversible
-- changing the type of column public.a.v from text to integer may not keep every value as it was
