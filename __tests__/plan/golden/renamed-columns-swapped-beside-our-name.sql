-- The name that one goes through is a free one.
-- before
create table t (a integer, b text, renaming_a date);
-- after
create table t (a text, b integer, renaming_a date);
-- renames
-- column public.t.a -> public.t.b
-- column public.t.b -> public.t.a
-- changes
-- rename column public.t.b [substance]: renamed: a → b
-- rename column public.t.a [substance]: renamed: b → a
-- plan
ALTER TABLE "t" RENAME COLUMN "a" TO "renaming_2_a";
ALTER TABLE "t" RENAME COLUMN "b" TO "a";
ALTER TABLE "t" RENAME COLUMN "renaming_2_a" TO "b";
-- down
ALTER TABLE "t" RENAME COLUMN "b" TO "renaming_2_a";
ALTER TABLE "t" RENAME COLUMN "a" TO "b";
ALTER TABLE "t" RENAME COLUMN "renaming_2_a" TO "a";
