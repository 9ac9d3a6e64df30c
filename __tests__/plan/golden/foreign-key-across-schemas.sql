-- before
create schema app;
create table app.a (id int primary key);
create table b (a int);
-- after
create schema app;
create table app.a (id int primary key);
create table b (a int references app.a);
-- changes
-- create foreign key public.b.b_a_fkey [substance]: only in the models
-- plan
ALTER TABLE "b" ADD CONSTRAINT "b_a_fkey" FOREIGN KEY ("a") REFERENCES "app"."a"("id") ON DELETE no action ON UPDATE no action;
-- down
ALTER TABLE "b" DROP CONSTRAINT "b_a_fkey";
