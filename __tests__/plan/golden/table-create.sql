-- before

-- after
create table users (id serial primary key, email varchar(80) not null, name text);
-- changes
-- create table public.users [substance]: only in the models
-- plan
CREATE TABLE "users" (
	"id" serial PRIMARY KEY NOT NULL,
	"email" varchar(80) NOT NULL,
	"name" text
);
-- down
DROP TABLE "users";
