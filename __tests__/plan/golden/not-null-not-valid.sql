-- before
create table t (a int, b int not null);
alter table t add constraint t_a_set not null a not valid;
-- after
create table t (a int not null, b int not null);
-- changes
-- alter column public.t.a [substance]: not null NOT VALID only in the database
-- plan
ALTER TABLE "t" VALIDATE CONSTRAINT "t_a_set";
-- down
ALTER TABLE "t" ALTER COLUMN "a" DROP NOT NULL;
ALTER TABLE "t" ADD CONSTRAINT "t_a_set" NOT NULL "a" NOT VALID;
