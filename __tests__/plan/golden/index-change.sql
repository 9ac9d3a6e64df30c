-- before
create table users (id serial primary key, email varchar(80) not null, name text);
create index i on users (name);
-- after
create table users (id serial primary key, email varchar(80) not null, name text);
create index i on users (name, email);
-- changes
-- alter index public.users.i [substance]: columns: (name) → (name, email)
-- plan
DROP INDEX "i";
CREATE INDEX "i" ON "users" USING btree ("name","email");
-- down
DROP INDEX "i";
CREATE INDEX "i" ON "users" USING btree ("name");
