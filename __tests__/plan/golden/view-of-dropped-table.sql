-- before
create table a (x int, y text);
create view v as select x from a;
-- after
create table b (x int);
create view v as select x from b;
-- changes
-- drop table public.a [substance]: only in the database
-- create table public.b [substance]: only in the models
-- alter view public.v [substance]: definition: SELECT x FROM a; → SELECT x FROM b;
-- plan
DROP VIEW "v";
DROP TABLE "a";
CREATE TABLE "b" (
	"x" integer
);
CREATE VIEW "v" AS SELECT x
   FROM b;
-- down
DROP VIEW "v";
DROP TABLE "b";
CREATE TABLE "a" (
	"x" integer,
	"y" text
);
CREATE VIEW "v" AS SELECT x
   FROM a;
-- irreversible
-- dropping table public.a loses its rows
