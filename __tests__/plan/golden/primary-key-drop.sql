-- before
create table a (id int primary key);
-- after
create table a (id int not null);
-- changes
-- drop primary key public.a.a_pkey [substance]: only in the database
-- plan
ALTER TABLE "a" DROP CONSTRAINT "a_pkey";
-- down
ALTER TABLE "a" ADD CONSTRAINT "a_pkey" PRIMARY KEY("id");
