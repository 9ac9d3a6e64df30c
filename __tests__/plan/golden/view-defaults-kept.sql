-- before
create table a (x int, y text);
create view v as select x from a;
alter view v alter x set default 7;
-- after
create table a (x bigint, y text);
create view v as select x from a;
alter view v alter x set default 7;
-- changes
-- alter column public.a.x [substance]: type: integer → bigint
-- plan
DROP VIEW "v";
ALTER TABLE "a" ALTER COLUMN "x" SET DATA TYPE bigint;
CREATE VIEW "v" AS SELECT x
   FROM a;
ALTER VIEW "v" ALTER COLUMN "x" SET DEFAULT 7;
-- down
DROP VIEW "v";
ALTER TABLE "a" ALTER COLUMN "x" SET DATA TYPE integer;
CREATE VIEW "v" AS SELECT x
   FROM a;
ALTER VIEW "v" ALTER COLUMN "x" SET DEFAULT 7;
