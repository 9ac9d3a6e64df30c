-- before
create table a (id int primary key);
create table b (a int constraint k1 references a);
-- after
create table a (id int primary key);
create table b (a int constraint k2 references a);
-- changes
-- rename foreign key public.b.k2 [form]: the same under another name: k1 → k2
-- plan
ALTER TABLE "b" RENAME CONSTRAINT "k1" TO "k2";
-- down
ALTER TABLE "b" RENAME CONSTRAINT "k2" TO "k1";
