-- A child's column is made anew with its parent's.
-- before
create table t (x integer, y integer generated always as (x + 1) stored);
create table child () inherits (t);
create view v as select y from child;
-- after
create table t (x integer, y integer generated always as (x + 2) stored);
create table child () inherits (t);
create view v as select y from child;
-- changes
-- alter column public.t.y [substance]: generated: (x + 1) → (x + 2)
-- plan
DROP VIEW "v";
ALTER TABLE "t" DROP COLUMN "y";
ALTER TABLE "t" ADD COLUMN "y" integer GENERATED ALWAYS AS (x + 2) STORED;
CREATE VIEW "v" AS SELECT y
   FROM child;
-- down
DROP VIEW "v";
ALTER TABLE "t" DROP COLUMN "y";
ALTER TABLE "t" ADD COLUMN "y" integer GENERATED ALWAYS AS (x + 1) STORED;
CREATE VIEW "v" AS SELECT y
   FROM child;
