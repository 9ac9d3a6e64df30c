-- A child's defaults are its own, whatever they call.
-- before
create table t (x integer);
create table child () inherits (t);
-- after
create table t (x integer, y integer generated always as (x + 1) stored);
create table child () inherits (t);
create index i on child (y);
-- changes
-- create index public.child.i [substance]: only in the models
-- create column public.t.y [substance]: only in the models
-- plan
ALTER TABLE "t" ADD COLUMN "y" integer GENERATED ALWAYS AS (x + 1) STORED;
CREATE INDEX "i" ON "child" USING btree ("y");
-- down
DROP INDEX "i";
ALTER TABLE "t" DROP COLUMN "y";
