-- before
create table a (id int primary key);
create table b (a int);
-- after
create table a (id int primary key);
create table b (a int, constraint b_a_fk foreign key (a) references a on delete set null on update cascade);
-- changes
-- create foreign key public.b.b_a_fk [substance]: only in the models
-- plan
ALTER TABLE "b" ADD CONSTRAINT "b_a_fk" FOREIGN KEY ("a") REFERENCES "public"."a"("id") ON DELETE set null ON UPDATE cascade;
-- down
ALTER TABLE "b" DROP CONSTRAINT "b_a_fk";
