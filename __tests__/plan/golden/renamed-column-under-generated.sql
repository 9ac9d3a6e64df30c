-- A generated column follows.
-- before
create table t (a integer, twice integer generated always as (a * 2) stored);
-- after
create table t (b integer, twice integer generated always as (b * 2) stored);
-- renames
-- column public.t.a -> public.t.b
-- changes
-- rename column public.t.b [substance]: renamed: a → b
-- plan
ALTER TABLE "t" RENAME COLUMN "a" TO "b";
-- down
ALTER TABLE "t" RENAME COLUMN "b" TO "a";
