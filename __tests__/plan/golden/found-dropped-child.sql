-- A child's rows are its own.
-- before
create table t (x integer);
create table child () inherits (t);
-- after
create table t (x integer);
create index i on t (x);
-- changes
-- drop table public.child [substance]: only in the database
-- create index public.t.i [substance]: only in the models
-- plan
DROP TABLE "child";
CREATE INDEX "i" ON "t" USING btree ("x");
-- down
DROP INDEX "i";
CREATE TABLE "child" () INHERITS (t);
-- irreversible
-- dropping table public.child loses its rows
