-- before
create table a (v integer, g integer generated always as (v + 1) stored);
-- after
create table a (v bigint, g bigint generated always as (v + 1) stored);
-- changes
-- alter column public.a.g [substance]: type: integer → bigint
-- alter column public.a.v [substance]: type: integer → bigint
-- plan
ALTER TABLE "a" DROP COLUMN "g";
ALTER TABLE "a" ALTER COLUMN "v" SET DATA TYPE bigint;
ALTER TABLE "a" ADD COLUMN "g" bigint GENERATED ALWAYS AS (v + 1) STORED;
-- down
ALTER TABLE "a" DROP COLUMN "g";
ALTER TABLE "a" ALTER COLUMN "v" SET DATA TYPE integer;
ALTER TABLE "a" ADD COLUMN "g" integer GENERATED ALWAYS AS (v + 1) STORED;
