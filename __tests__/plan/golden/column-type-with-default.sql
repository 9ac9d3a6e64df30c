-- before
create table a (v integer not null default 0);
-- after
create table a (v boolean not null default false);
-- changes
-- alter column public.a.v [substance]: default: 0 → false; type: integer → boolean
-- plan
ALTER TABLE "a" ALTER COLUMN "v" DROP DEFAULT;
ALTER TABLE "a" ALTER COLUMN "v" SET DATA TYPE boolean USING "v"::boolean;
ALTER TABLE "a" ALTER COLUMN "v" SET DEFAULT false;
-- down
ALTER TABLE "a" ALTER COLUMN "v" DROP DEFAULT;
ALTER TABLE "a" ALTER COLUMN "v" SET DATA TYPE integer USING "v"::integer;
ALTER TABLE "a" ALTER COLUMN "v" SET DEFAULT 0;
-- irreversible
-- changing the type of column public.a.v from integer to boolean may not keep every value as it was
