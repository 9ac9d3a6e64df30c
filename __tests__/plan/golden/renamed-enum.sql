-- A renamed type keeps its columns.
-- before
create type mood as enum ('a', 'b');
create table t (m mood default 'a');
-- after
create type feeling as enum ('a', 'b');
create table t (m feeling default 'a');
-- renames
-- enum public.mood -> public.feeling
-- changes
-- rename enum public.feeling [substance]: renamed: mood → feeling
-- plan
ALTER TYPE "public"."mood" RENAME TO "feeling";
-- down
ALTER TYPE "public"."feeling" RENAME TO "mood";
