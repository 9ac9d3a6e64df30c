-- before
create table users (id serial primary key, email varchar(80) not null, name text);
create index i on users (name);
-- after
create table users (id serial primary key, email varchar(80) not null, name text);
create index j on users (name);
-- changes
-- rename index public.users.j [form]: the same under another name: i → j
-- plan
ALTER INDEX "i" RENAME TO "j";
-- down
ALTER INDEX "j" RENAME TO "i";
