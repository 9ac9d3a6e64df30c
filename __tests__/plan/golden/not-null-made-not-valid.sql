-- before
create table t (a int, b int not null);
-- after
create table t (a int, b int);
alter table t add constraint a_set not null a not valid;
alter table t add constraint b_set not null b not valid;
-- changes
-- alter column public.t.a [substance]: not null only in the models; not null NOT VALID only in the models
-- alter column public.t.b [substance]: not null NOT VALID only in the models
-- plan
ALTER TABLE "t" ADD CONSTRAINT "a_set" NOT NULL "a" NOT VALID;
ALTER TABLE "t" ALTER COLUMN "b" DROP NOT NULL;
ALTER TABLE "t" ADD CONSTRAINT "b_set" NOT NULL "b" NOT VALID;
-- down
ALTER TABLE "t" ALTER COLUMN "a" DROP NOT NULL;
ALTER TABLE "t" VALIDATE CONSTRAINT "b_set";
