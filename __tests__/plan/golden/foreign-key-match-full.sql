-- before
create table a (x int, y int, primary key (x, y));
create table b (x int, y int, constraint k foreign key (x, y) references a);
-- after
create table a (x int, y int, primary key (x, y));
create table b (x int, y int, constraint k foreign key (x, y) references a match full);
-- changes
-- alter foreign key public.b.k [substance]: match: simple → full
-- plan
ALTER TABLE "b" DROP CONSTRAINT "k";
ALTER TABLE "b" ADD CONSTRAINT "k" FOREIGN KEY ("x", "y") REFERENCES "public"."a"("x", "y") MATCH FULL ON DELETE no action ON UPDATE no action;
-- down
ALTER TABLE "b" DROP CONSTRAINT "k";
ALTER TABLE "b" ADD CONSTRAINT "k" FOREIGN KEY ("x", "y") REFERENCES "public"."a"("x", "y") ON DELETE no action ON UPDATE no action;
