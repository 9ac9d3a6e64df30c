-- A renamed table keeps its rows; what is named after it is renamed with it.
-- before
create table people (id serial primary key, email text unique);
-- after
create table users (id serial primary key, email text unique);
-- renames
-- table public.people -> public.users
-- changes
-- rename table public.users [substance]: renamed: people → users
-- alter column public.users.id [form]: default: nextval('people_id_seq'::regclass) → nextval('users_id_seq'::regclass)
-- rename unique public.users.users_email_key [form]: the same under another name: people_email_key → users_email_key
-- rename primary key public.users.users_pkey [form]: the same under another name: people_pkey → users_pkey
-- plan
ALTER TABLE "people" RENAME TO "users";
ALTER TABLE "users" RENAME CONSTRAINT "people_email_key" TO "users_email_key";
ALTER SEQUENCE "public"."people_id_seq" RENAME TO "users_id_seq";
ALTER TABLE "users" RENAME CONSTRAINT "people_pkey" TO "users_pkey";
-- down
ALTER TABLE "users" RENAME CONSTRAINT "users_email_key" TO "people_email_key";
ALTER SEQUENCE "public"."users_id_seq" RENAME TO "people_id_seq";
ALTER TABLE "users" RENAME CONSTRAINT "users_pkey" TO "people_pkey";
ALTER TABLE "users" RENAME TO "people";
