-- What refers to it follows.
-- before
create table people (id integer primary key);
create table posts (author integer references people);
-- after
create table users (id integer primary key);
create table posts (author integer references users);
-- renames
-- table public.people -> public.users
-- changes
-- rename table public.users [substance]: renamed: people → users
-- rename primary key public.users.users_pkey [form]: the same under another name: people_pkey → users_pkey
-- plan
ALTER TABLE "people" RENAME TO "users";
ALTER TABLE "users" RENAME CONSTRAINT "people_pkey" TO "users_pkey";
-- down
ALTER TABLE "users" RENAME CONSTRAINT "users_pkey" TO "people_pkey";
ALTER TABLE "users" RENAME TO "people";
