-- A name is free only once its column has the next one.
-- before
create table t (a integer, b text);
-- after
create table t (b integer, c text);
-- renames
-- column public.t.a -> public.t.b
-- column public.t.b -> public.t.c
-- changes
-- rename column public.t.b [substance]: renamed: a → b
-- rename column public.t.c [substance]: renamed: b → c
-- plan
ALTER TABLE "t" RENAME COLUMN "b" TO "c";
ALTER TABLE "t" RENAME COLUMN "a" TO "b";
-- down
ALTER TABLE "t" RENAME COLUMN "b" TO "a";
ALTER TABLE "t" RENAME COLUMN "c" TO "b";
