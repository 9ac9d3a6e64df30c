-- before
create table users (id serial primary key, email varchar(80) not null, name text);
create index on users (name);
-- after

-- changes
-- drop table public.users [substance]: only in the database
-- plan
DROP TABLE "users";
-- down
CREATE TABLE "users" (
	"id" serial PRIMARY KEY NOT NULL,
	"email" varchar(80) NOT NULL,
	"name" text
);
CREATE INDEX "users_name_idx" ON "users" USING btree ("name");
-- irreversible
-- dropping table public.users loses its rows
