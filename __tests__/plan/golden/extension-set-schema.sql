-- before
create schema "My Extras";
create extension citext;
create table t (a citext);
-- after
create schema "My Extras";
create extension citext schema "My Extras";
create table t (a "My Extras".citext);
-- changes
-- alter extension citext [substance]: schema: public → My Extras
-- alter column public.t.a [substance]: type: citext → "My Extras".citext
-- plan
ALTER EXTENSION "citext" SET SCHEMA "My Extras";
ALTER TABLE "t" ALTER COLUMN "a" SET DATA TYPE "My Extras".citext USING "a"::"My Extras".citext;
-- down
ALTER EXTENSION "citext" SET SCHEMA "public";
ALTER TABLE "t" ALTER COLUMN "a" SET DATA TYPE citext;
-- irreversible
-- changing the type of column public.t.a from citext to "My Extras".citext may not keep every value as it was
