-- before
create table a (x int, y int, primary key (x, y));
create table b (x int, y int default 0, constraint k foreign key (x, y) references a on delete set null);
-- after
create table a (x int, y int, primary key (x, y));
create table b (x int, y int default 0, constraint k foreign key (x, y) references a on delete set null (x));
-- changes
-- alter foreign key public.b.k [substance]: on delete columns: none → (x)
-- plan
ALTER TABLE "b" DROP CONSTRAINT "k";
ALTER TABLE "b" ADD CONSTRAINT "k" FOREIGN KEY ("x", "y") REFERENCES "public"."a"("x", "y") ON DELETE set null ("x") ON UPDATE no action;
-- down
ALTER TABLE "b" DROP CONSTRAINT "k";
ALTER TABLE "b" ADD CONSTRAINT "k" FOREIGN KEY ("x", "y") REFERENCES "public"."a"("x", "y") ON DELETE set null ON UPDATE no action;
