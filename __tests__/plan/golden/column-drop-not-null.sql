-- before
create table a (v text not null);
-- after
create table a (v text);
-- changes
-- alter column public.a.v [substance]: not null only in the database
-- plan
ALTER TABLE "a" ALTER COLUMN "v" DROP NOT NULL;
-- down
ALTER TABLE "a" ALTER COLUMN "v" SET NOT NULL;
