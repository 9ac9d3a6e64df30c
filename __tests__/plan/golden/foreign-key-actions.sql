-- before
create table a (id int primary key);
create table b (a int references a on delete cascade);
-- after
create table a (id int primary key);
create table b (a int references a on delete set null);
-- changes
-- alter foreign key public.b.b_a_fkey [substance]: on delete: cascade → set null
-- plan
ALTER TABLE "b" DROP CONSTRAINT "b_a_fkey";
ALTER TABLE "b" ADD CONSTRAINT "b_a_fkey" FOREIGN KEY ("a") REFERENCES "public"."a"("id") ON DELETE set null ON UPDATE no action;
-- down
ALTER TABLE "b" DROP CONSTRAINT "b_a_fkey";
ALTER TABLE "b" ADD CONSTRAINT "b_a_fkey" FOREIGN KEY ("a") REFERENCES "public"."a"("id") ON DELETE cascade ON UPDATE no action;
