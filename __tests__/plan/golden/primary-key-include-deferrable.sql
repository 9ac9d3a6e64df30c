-- before
create table t (a int, b int, constraint k primary key (a));
-- after
create table t (a int, b int, constraint k primary key (a) include (b) deferrable initially deferred);
-- changes
-- alter primary key public.t.k [substance]: deferrable: none → DEFERRABLE INITIALLY DEFERRED; include: none → (b)
-- plan
ALTER TABLE "t" DROP CONSTRAINT "k";
ALTER TABLE "t" ADD CONSTRAINT "k" PRIMARY KEY("a") INCLUDE ("b") DEFERRABLE INITIALLY DEFERRED;
-- down
ALTER TABLE "t" DROP CONSTRAINT "k";
ALTER TABLE "t" ADD CONSTRAINT "k" PRIMARY KEY("a");
