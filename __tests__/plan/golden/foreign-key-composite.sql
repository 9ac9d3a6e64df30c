-- before
create table a (x int, y int, primary key (x, y));
create table b (x int, y int);
-- after
create table a (x int, y int, primary key (x, y));
create table b (x int, y int, foreign key (y, x) references a (y, x) match full deferrable);
-- changes
-- create foreign key public.b.b_y_x_fkey [substance]: only in the models
-- plan
ALTER TABLE "b" ADD CONSTRAINT "b_y_x_fkey" FOREIGN KEY ("x", "y") REFERENCES "public"."a"("x", "y") MATCH FULL ON DELETE no action ON UPDATE no action DEFERRABLE;
-- down
ALTER TABLE "b" DROP CONSTRAINT "b_y_x_fkey";
