-- before
create table a (x int, y text);
create view v as select x from a;
-- after
create table a (x int, y text);
create table v (x int);
-- changes
-- create table public.v [substance]: only in the models
-- drop view public.v [substance]: only in the database
-- plan
DROP VIEW "v";
CREATE TABLE "v" (
	"x" integer
);
-- down
DROP TABLE "v";
CREATE VIEW "v" AS SELECT x
   FROM a;
