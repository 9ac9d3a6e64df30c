-- What is computed from now on can't keep what it held.
-- before
create table t (x integer, y integer);
-- after
create table t (x integer, y integer generated always as (x + 1) stored);
-- changes
-- alter column public.t.y [substance]: generated: none → (x + 1)
-- plan
ALTER TABLE "t" DROP COLUMN "y";
ALTER TABLE "t" ADD COLUMN "y" integer GENERATED ALWAYS AS (x + 1) STORED;
-- down
ALTER TABLE "t" ALTER COLUMN "y" DROP EXPRESSION;
-- irreversible
-- making column public.t.y a generated one loses its values
