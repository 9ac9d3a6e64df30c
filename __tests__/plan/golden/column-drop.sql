-- before
create table users (id serial primary key, email varchar(80) not null, name text);
-- after
create table users (id serial primary key, email varchar(80) not null);
-- changes
-- drop column public.users.name [substance]: only in the database
-- plan
ALTER TABLE "users" DROP COLUMN "name";
-- down
ALTER TABLE "users" ADD COLUMN "name" text;
-- irreversible
-- dropping column public.users.name loses its values
