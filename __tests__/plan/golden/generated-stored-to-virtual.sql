-- before
create table t (a int, b int generated always as (a * 2) stored);
-- after
create table t (a int, b int generated always as (a * 2) virtual);
-- changes
-- alter column public.t.b [substance]: generated: (a * 2) → (a * 2) (virtual)
-- plan
ALTER TABLE "t" DROP COLUMN "b";
ALTER TABLE "t" ADD COLUMN "b" integer GENERATED ALWAYS AS (a * 2) VIRTUAL;
-- down
ALTER TABLE "t" DROP COLUMN "b";
ALTER TABLE "t" ADD COLUMN "b" integer GENERATED ALWAYS AS (a * 2) STORED;
