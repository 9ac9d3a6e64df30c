-- before
create table users (id serial primary key, email varchar(80) not null, name text);
-- after
create table users (id serial primary key, email varchar(80) not null, name text);
alter table users add constraint users_email_unique unique (email);
-- changes
-- create unique public.users.users_email_unique [substance]: only in the models
-- plan
ALTER TABLE "users" ADD CONSTRAINT "users_email_unique" UNIQUE("email");
-- down
ALTER TABLE "users" DROP CONSTRAINT "users_email_unique";
