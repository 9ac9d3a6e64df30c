-- before
create table a (id int constraint old_name primary key);
-- after
create table a (id int primary key);
-- changes
-- rename primary key public.a.a_pkey [form]: the same under another name: old_name → a_pkey
-- plan
ALTER TABLE "a" RENAME CONSTRAINT "old_name" TO "a_pkey";
-- down
ALTER TABLE "a" RENAME CONSTRAINT "a_pkey" TO "old_name";
