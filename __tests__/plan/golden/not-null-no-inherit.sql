-- before
create table t (a int, b int constraint b_set not null no inherit);
-- after
create table t (a int constraint a_set not null no inherit, b int not null, c int constraint c_set not null no inherit);
-- changes
-- alter column public.t.a [substance]: not null only in the models; not null NO INHERIT only in the models
-- alter column public.t.b [substance]: not null NO INHERIT only in the database
-- create column public.t.c [substance]: only in the models
-- plan
ALTER TABLE "t" ADD CONSTRAINT "a_set" NOT NULL "a" NO INHERIT;
ALTER TABLE "t" ALTER CONSTRAINT "b_set" INHERIT;
ALTER TABLE "t" ADD COLUMN "c" integer;
ALTER TABLE "t" ADD CONSTRAINT "c_set" NOT NULL "c" NO INHERIT;
-- down
ALTER TABLE "t" DROP COLUMN "c";
ALTER TABLE "t" ALTER COLUMN "a" DROP NOT NULL;
ALTER TABLE "t" ALTER COLUMN "b" DROP NOT NULL;
ALTER TABLE "t" ADD CONSTRAINT "b_set" NOT NULL "b" NO INHERIT;
