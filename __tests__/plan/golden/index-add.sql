-- before
create table users (id serial primary key, email varchar(80) not null, name text);
-- after
create table users (id serial primary key, email varchar(80) not null, name text);
create unique index users_email_idx on users (lower(email) desc nulls last, id) where name is not null;
-- changes
-- create index public.users.users_email_idx [substance]: only in the models
-- plan
CREATE UNIQUE INDEX "users_email_idx" ON "users" USING btree (lower((email)::text) DESC NULLS LAST,"id") WHERE (name IS NOT NULL);
-- down
DROP INDEX "users_email_idx";
