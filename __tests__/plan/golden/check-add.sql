-- before
create table a (x int);
-- after
create table a (x int constraint positive check (x > 0));
-- changes
-- create check public.a.positive [substance]: only in the models
-- plan
ALTER TABLE "a" ADD CONSTRAINT "positive" CHECK (x > 0);
-- down
ALTER TABLE "a" DROP CONSTRAINT "positive";
