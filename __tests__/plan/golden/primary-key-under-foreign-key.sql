-- before
create table a (x int constraint one primary key);
create table b (x int references a);
-- after
create table a (x int, y int default 0 not null, constraint one primary key (x) include (y));
create table b (x int references a);
-- changes
-- alter primary key public.a.one [substance]: include: none → (y)
-- create column public.a.y [substance]: only in the models
-- plan
ALTER TABLE "b" DROP CONSTRAINT "b_x_fkey";
ALTER TABLE "a" DROP CONSTRAINT "one";
ALTER TABLE "a" ADD COLUMN "y" integer DEFAULT 0 NOT NULL;
ALTER TABLE "a" ADD CONSTRAINT "one" PRIMARY KEY("x") INCLUDE ("y");
ALTER TABLE "b" ADD CONSTRAINT "b_x_fkey" FOREIGN KEY ("x") REFERENCES "public"."a"("x") ON DELETE no action ON UPDATE no action;
-- down
ALTER TABLE "b" DROP CONSTRAINT "b_x_fkey";
ALTER TABLE "a" DROP CONSTRAINT "one";
ALTER TABLE "a" DROP COLUMN "y";
ALTER TABLE "a" ADD CONSTRAINT "one" PRIMARY KEY("x");
ALTER TABLE "b" ADD CONSTRAINT "b_x_fkey" FOREIGN KEY ("x") REFERENCES "public"."a"("x") ON DELETE no action ON UPDATE no action;
