-- What is said of a partition's column holds for its parent's.
-- before
create table t (k integer, x integer) partition by list (k);
create table p partition of t for values in (1);
create view v as select x from p;
-- after
create table t (k integer, x bigint) partition by list (k);
create table p partition of t for values in (1);
create view v as select x from p;
-- changes
-- alter column public.t.x [substance]: type: integer → bigint
-- plan
DROP VIEW "v";
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE bigint;
CREATE VIEW "v" AS SELECT x
   FROM p;
-- down
DROP VIEW "v";
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE integer;
CREATE VIEW "v" AS SELECT x
   FROM p;
