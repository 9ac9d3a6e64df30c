-- The column is named under the table's new name.
-- before
create table people (id integer, fullname text);
-- after
create table users (id integer, name text);
-- renames
-- table public.people -> public.users
-- column public.users.fullname -> public.users.name
-- changes
-- rename table public.users [substance]: renamed: people → users
-- rename column public.users.name [substance]: renamed: fullname → name
-- plan
ALTER TABLE "people" RENAME TO "users";
ALTER TABLE "users" RENAME COLUMN "fullname" TO "name";
-- down
ALTER TABLE "users" RENAME COLUMN "name" TO "fullname";
ALTER TABLE "users" RENAME TO "people";
