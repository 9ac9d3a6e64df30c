-- before
create table users (id serial primary key, email varchar(80) not null, name text);
create index i on users (name);
-- after
create table users (id serial primary key, email varchar(80) not null, name text);
-- changes
-- drop index public.users.i [substance]: only in the database
-- plan
DROP INDEX "i";
-- down
CREATE INDEX "i" ON "users" USING btree ("name");
