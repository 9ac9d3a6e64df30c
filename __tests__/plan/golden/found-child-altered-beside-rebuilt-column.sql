-- The child has the column that is made anew, and its own change waits for neither end of that.
-- before
create table t (x integer, y integer generated always as (x + 1) stored);
create table c (own integer) inherits (t);
-- after
create table t (x bigint, y bigint generated always as (x + 2) stored);
create table c (own integer) inherits (t);
alter table c enable row level security;
-- changes
-- alter table public.c [substance]: row level security enabled only in the models
-- alter column public.t.x [substance]: type: integer → bigint
-- alter column public.t.y [substance]: generated: (x + 1) → (x + 2); type: integer → bigint
-- plan
ALTER TABLE "c" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "t" DROP COLUMN "y";
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE bigint;
ALTER TABLE "t" ADD COLUMN "y" bigint GENERATED ALWAYS AS (x + 2) STORED;
-- down
ALTER TABLE "c" DISABLE ROW LEVEL SECURITY;
ALTER TABLE "t" DROP COLUMN "y";
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE integer;
ALTER TABLE "t" ADD COLUMN "y" integer GENERATED ALWAYS AS (x + 1) STORED;
