-- before
create extension citext;
create table t (a citext);
-- after
create table t (a text);
-- changes
-- drop extension citext [substance]: only in the database
-- alter column public.t.a [substance]: type: citext → text
-- plan
ALTER TABLE "t" ALTER COLUMN "a" SET DATA TYPE text;
DROP EXTENSION "citext";
-- down
CREATE EXTENSION IF NOT EXISTS "citext";
ALTER TABLE "t" ALTER COLUMN "a" SET DATA TYPE citext;
-- irreversible
-- changing the type of column public.t.a from citext to text may not keep every value as it was
