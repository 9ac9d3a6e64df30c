-- before
create table a (x int, constraint u unique (x));
-- after
create table a (x int, constraint u unique (x) deferrable initially deferred);
-- changes
-- alter unique public.a.u [substance]: deferrable: none → DEFERRABLE INITIALLY DEFERRED
-- plan
ALTER TABLE "a" DROP CONSTRAINT "u";
ALTER TABLE "a" ADD CONSTRAINT "u" UNIQUE("x") DEFERRABLE INITIALLY DEFERRED;
-- down
ALTER TABLE "a" DROP CONSTRAINT "u";
ALTER TABLE "a" ADD CONSTRAINT "u" UNIQUE("x");
