-- before
create table a (v text);
-- after
create table a (v text collate "C");
-- changes
-- alter column public.a.v [substance]: collation: none → "C"
-- plan
ALTER TABLE "a" ALTER COLUMN "v" SET DATA TYPE text COLLATE "C";
-- down
ALTER TABLE "a" ALTER COLUMN "v" SET DATA TYPE text;
