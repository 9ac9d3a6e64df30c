-- Two values change names.
-- before
create type mood as enum ('a', 'b');
create table t (m mood);
-- after
create type mood as enum ('b', 'a');
create table t (m mood);
-- renames
-- enum public.mood.a -> public.mood.b
-- enum public.mood.b -> public.mood.a
-- changes
-- rename enum public.mood [substance]: renamed: a → b
-- rename enum public.mood [substance]: renamed: b → a
-- plan
ALTER TYPE "public"."mood" RENAME VALUE 'a' TO 'renaming_a';
ALTER TYPE "public"."mood" RENAME VALUE 'b' TO 'a';
ALTER TYPE "public"."mood" RENAME VALUE 'renaming_a' TO 'b';
-- down
ALTER TYPE "public"."mood" RENAME VALUE 'b' TO 'renaming_a';
ALTER TYPE "public"."mood" RENAME VALUE 'a' TO 'b';
ALTER TYPE "public"."mood" RENAME VALUE 'renaming_a' TO 'a';
