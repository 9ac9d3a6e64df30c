-- before
create table a (v text);
-- after
create table a (v text not null);
-- changes
-- alter column public.a.v [substance]: not null only in the models
-- plan
ALTER TABLE "a" ALTER COLUMN "v" SET NOT NULL;
-- down
ALTER TABLE "a" ALTER COLUMN "v" DROP NOT NULL;
