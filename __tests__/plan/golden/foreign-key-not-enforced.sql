-- before
create table a (x int primary key);
create table b (x int constraint k references a, y int constraint l references a not enforced);
-- after
create table a (x int primary key);
create table b (x int constraint k references a not enforced, y int constraint l references a, z int constraint m references a not enforced);
-- changes
-- alter foreign key public.b.k [substance]: enforced: yes → no
-- alter foreign key public.b.l [substance]: enforced: no → yes
-- create foreign key public.b.m [substance]: only in the models
-- create column public.b.z [substance]: only in the models
-- plan
ALTER TABLE "b" ALTER CONSTRAINT "k" NOT ENFORCED;
ALTER TABLE "b" ALTER CONSTRAINT "l" ENFORCED;
ALTER TABLE "b" ADD COLUMN "z" integer;
ALTER TABLE "b" ADD CONSTRAINT "m" FOREIGN KEY ("z") REFERENCES "public"."a"("x") ON DELETE no action ON UPDATE no action NOT ENFORCED;
-- down
ALTER TABLE "b" DROP CONSTRAINT "m";
ALTER TABLE "b" DROP COLUMN "z";
ALTER TABLE "b" ALTER CONSTRAINT "k" ENFORCED;
ALTER TABLE "b" ALTER CONSTRAINT "l" NOT ENFORCED;
