-- It may differ otherwise too.
-- before
create table people (id integer);
-- after
create table users (id integer, name text);
-- renames
-- table public.people -> public.users
-- changes
-- rename table public.users [substance]: renamed: people → users
-- create column public.users.name [substance]: only in the models
-- plan
ALTER TABLE "people" RENAME TO "users";
ALTER TABLE "users" ADD COLUMN "name" text;
-- down
ALTER TABLE "users" DROP COLUMN "name";
ALTER TABLE "users" RENAME TO "people";
