-- before
create table a (x int, y int, primary key (x));
create table b (x int, y int, primary key (x, y));
-- after
create table a (x int, y int, primary key (x, y));
create table b (x int, y int, primary key (y, x));
-- changes
-- alter primary key public.a.a_pkey [substance]: columns: (x) → (x, y)
-- alter column public.a.y [substance]: not null only in the models
-- alter primary key public.b.b_pkey [form]: order of columns: (x, y) → (y, x)
-- plan
ALTER TABLE "a" DROP CONSTRAINT "a_pkey";
ALTER TABLE "b" DROP CONSTRAINT "b_pkey";
ALTER TABLE "a" ALTER COLUMN "y" SET NOT NULL;
ALTER TABLE "a" ADD CONSTRAINT "a_pkey" PRIMARY KEY("x", "y");
ALTER TABLE "b" ADD CONSTRAINT "b_pkey" PRIMARY KEY("y", "x");
-- down
ALTER TABLE "a" DROP CONSTRAINT "a_pkey";
ALTER TABLE "b" DROP CONSTRAINT "b_pkey";
ALTER TABLE "a" ALTER COLUMN "y" DROP NOT NULL;
ALTER TABLE "a" ADD CONSTRAINT "a_pkey" PRIMARY KEY("x");
ALTER TABLE "b" ADD CONSTRAINT "b_pkey" PRIMARY KEY("x", "y");
