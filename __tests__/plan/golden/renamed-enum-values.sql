-- One value is renamed, another added.
-- before
create type mood as enum ('a', 'b');
create table t (m mood);
-- after
create type mood as enum ('a1', 'b', 'c');
create table t (m mood);
-- renames
-- enum public.mood.a -> public.mood.a1
-- changes
-- rename enum public.mood [substance]: renamed: a → a1
-- alter enum public.mood [substance]: values: + 'c'
-- plan
ALTER TYPE "public"."mood" RENAME VALUE 'a' TO 'a1';
ALTER TYPE "public"."mood" ADD VALUE 'c';
-- down
ALTER TABLE "t" ALTER COLUMN "m" SET DATA TYPE text;
DROP TYPE "public"."mood";
CREATE TYPE "public"."mood" AS ENUM('a1', 'b');
ALTER TABLE "t" ALTER COLUMN "m" SET DATA TYPE "public"."mood" USING "m"::"public"."mood";
ALTER TYPE "public"."mood" RENAME VALUE 'a1' TO 'a';
-- irreversible
-- rows that use a new value of enum public.mood stand in the way of removing it again
