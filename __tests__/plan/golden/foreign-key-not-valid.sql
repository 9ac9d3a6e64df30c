-- before
create table a (id int primary key);
create table b (a int);
alter table b add constraint k foreign key (a) references a not valid;
-- after
create table a (id int primary key);
create table b (a int constraint k references a);
-- changes
-- alter foreign key public.b.k [form]: NOT VALID only in the database
-- plan
ALTER TABLE "b" VALIDATE CONSTRAINT "k";
-- down
ALTER TABLE "b" DROP CONSTRAINT "k";
ALTER TABLE "b" ADD CONSTRAINT "k" FOREIGN KEY ("a") REFERENCES "public"."a"("id") ON DELETE no action ON UPDATE no action NOT VALID;
