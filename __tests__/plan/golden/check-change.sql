-- before
create table a (x int constraint positive check (x > 0));
-- after
create table a (x int constraint positive check (x >= 0));
-- changes
-- alter check public.a.positive [substance]: expression: (x > 0) → (x >= 0)
-- plan
ALTER TABLE "a" DROP CONSTRAINT "positive";
ALTER TABLE "a" ADD CONSTRAINT "positive" CHECK (x >= 0);
-- down
ALTER TABLE "a" DROP CONSTRAINT "positive";
ALTER TABLE "a" ADD CONSTRAINT "positive" CHECK (x > 0);
