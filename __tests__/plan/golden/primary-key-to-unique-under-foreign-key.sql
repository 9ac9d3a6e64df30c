-- before
create table a (x int not null, constraint a_pk primary key (x));
create table b (x int constraint k references a (x));
-- after
create table a (x int not null, constraint a_key unique (x));
create table b (x int constraint k references a (x));
-- changes
-- create unique public.a.a_key [substance]: only in the models
-- drop primary key public.a.a_pk [substance]: only in the database
-- plan
ALTER TABLE "b" DROP CONSTRAINT "k";
ALTER TABLE "a" DROP CONSTRAINT "a_pk";
ALTER TABLE "a" ADD CONSTRAINT "a_key" UNIQUE("x");
ALTER TABLE "b" ADD CONSTRAINT "k" FOREIGN KEY ("x") REFERENCES "public"."a"("x") ON DELETE no action ON UPDATE no action;
-- down
ALTER TABLE "b" DROP CONSTRAINT "k";
ALTER TABLE "a" DROP CONSTRAINT "a_key";
ALTER TABLE "a" ADD CONSTRAINT "a_pk" PRIMARY KEY("x");
ALTER TABLE "b" ADD CONSTRAINT "k" FOREIGN KEY ("x") REFERENCES "public"."a"("x") ON DELETE no action ON UPDATE no action;
