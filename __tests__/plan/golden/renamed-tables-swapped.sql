-- Two tables change names.
-- before
create table a (x integer);
create table b (y text);
-- after
create table a (y text);
create table b (x integer);
-- renames
-- table public.a -> public.b
-- table public.b -> public.a
-- changes
-- rename table public.b [substance]: renamed: a → b
-- rename table public.a [substance]: renamed: b → a
-- plan
ALTER TABLE "a" RENAME TO "renaming_a";
ALTER TABLE "b" RENAME TO "a";
ALTER TABLE "renaming_a" RENAME TO "b";
-- down
ALTER TABLE "b" RENAME TO "renaming_a";
ALTER TABLE "a" RENAME TO "b";
ALTER TABLE "renaming_a" RENAME TO "a";
