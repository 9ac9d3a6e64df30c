-- A renamed value is renamed wherever it stands, in defaults and checks too.
-- before
create type mood as enum ('happy', 'sad');
create table t (m mood default 'happy' check (m <> 'happy'));
-- after
create type mood as enum ('glad', 'sad');
create table t (m mood default 'glad' check (m <> 'glad'));
-- renames
-- enum public.mood.happy -> public.mood.glad
-- changes
-- rename enum public.mood [substance]: renamed: happy → glad
-- plan
ALTER TYPE "public"."mood" RENAME VALUE 'happy' TO 'glad';
-- down
ALTER TYPE "public"."mood" RENAME VALUE 'glad' TO 'happy';
