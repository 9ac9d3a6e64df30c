-- before
create table users (id serial primary key, email varchar(80) not null, name text);
-- after
create table users (id serial primary key, email text not null, name text);
-- changes
-- alter column public.users.email [substance]: type: character varying(80) → text
-- plan
ALTER TABLE "users" ALTER COLUMN "email" SET DATA TYPE text;
-- down
ALTER TABLE "users" ALTER COLUMN "email" SET DATA TYPE varchar(80);
