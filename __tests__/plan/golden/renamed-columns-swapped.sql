-- Two columns change names: one goes through a name of ours.
-- before
create table t (a integer, b text);
-- after
create table t (a text, b integer);
-- renames
-- column public.t.a -> public.t.b
-- column public.t.b -> public.t.a
-- changes
-- rename column public.t.b [substance]: renamed: a → b
-- rename column public.t.a [substance]: renamed: b → a
-- plan
ALTER TABLE "t" RENAME COLUMN "a" TO "renaming_a";
ALTER TABLE "t" RENAME COLUMN "b" TO "a";
ALTER TABLE "t" RENAME COLUMN "renaming_a" TO "b";
-- down
ALTER TABLE "t" RENAME COLUMN "b" TO "renaming_a";
ALTER TABLE "t" RENAME COLUMN "a" TO "b";
ALTER TABLE "t" RENAME COLUMN "renaming_a" TO "a";
