-- before
create table a (v text, g text generated always as (lower(v)) stored);
-- after
create table a (v text, g text);
-- changes
-- alter column public.a.g [substance]: generated: lower(v) → none
-- plan
ALTER TABLE "a" ALTER COLUMN "g" DROP EXPRESSION;
-- down
ALTER TABLE "a" DROP COLUMN "g";
ALTER TABLE "a" ADD COLUMN "g" text GENERATED ALWAYS AS (lower(v)) STORED;
