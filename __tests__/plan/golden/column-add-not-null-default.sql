-- before
create table users (id serial primary key, email varchar(80) not null, name text);
-- after
create table users (id serial primary key, email varchar(80) not null, name text, age integer not null default 18);
-- changes
-- create column public.users.age [substance]: only in the models
-- plan
ALTER TABLE "users" ADD COLUMN "age" integer DEFAULT 18 NOT NULL;
-- down
ALTER TABLE "users" DROP COLUMN "age";
