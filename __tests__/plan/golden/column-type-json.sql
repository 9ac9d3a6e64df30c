-- before
create table a (v json default '{}');
-- after
create table a (v jsonb default '{}');
-- changes
-- alter column public.a.v [substance]: default: '{}'::json → '{}'::jsonb; type: json → jsonb
-- plan
ALTER TABLE "a" ALTER COLUMN "v" DROP DEFAULT;
ALTER TABLE "a" ALTER COLUMN "v" SET DATA TYPE jsonb;
ALTER TABLE "a" ALTER COLUMN "v" SET DEFAULT '{}';
-- down
ALTER TABLE "a" ALTER COLUMN "v" DROP DEFAULT;
ALTER TABLE "a" ALTER COLUMN "v" SET DATA TYPE json;
ALTER TABLE "a" ALTER COLUMN "v" SET DEFAULT '{}';
-- irreversible
-- changing the type of column public.a.v from json to jsonb may not keep every value as it was
