-- before
create table a (x int);
alter table a add constraint c check (x > 0) not valid;
-- after
create table a (x int);
alter table a add constraint c check (x > 0);
-- changes
-- alter check public.a.c [form]: NOT VALID only in the database
-- plan
ALTER TABLE "a" VALIDATE CONSTRAINT "c";
-- down
ALTER TABLE "a" DROP CONSTRAINT "c";
ALTER TABLE "a" ADD CONSTRAINT "c" CHECK (x > 0) NOT VALID;
