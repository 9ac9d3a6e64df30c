-- before
create table a (x int primary key);
create table b (x int constraint k references a, y int constraint l references a deferrable initially deferred);
-- after
create table a (x int primary key);
create table b (x int constraint k references a deferrable, y int constraint l references a);
-- changes
-- alter foreign key public.b.k [substance]: deferrable: none → DEFERRABLE
-- alter foreign key public.b.l [substance]: deferrable: DEFERRABLE INITIALLY DEFERRED → none
-- plan
ALTER TABLE "b" ALTER CONSTRAINT "k" DEFERRABLE;
ALTER TABLE "b" ALTER CONSTRAINT "l" NOT DEFERRABLE;
-- down
ALTER TABLE "b" ALTER CONSTRAINT "k" NOT DEFERRABLE;
ALTER TABLE "b" ALTER CONSTRAINT "l" DEFERRABLE INITIALLY DEFERRED;
