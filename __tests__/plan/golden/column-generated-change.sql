-- before
create table a (v text, g text generated always as (lower(v)) stored);
create index on a (g);
-- after
create table a (v text, g text generated always as (upper(v)) stored);
create index on a (g);
-- changes
-- alter column public.a.g [substance]: generated: lower(v) → upper(v)
-- plan
DROP INDEX "a_g_idx";
ALTER TABLE "a" DROP COLUMN "g";
ALTER TABLE "a" ADD COLUMN "g" text GENERATED ALWAYS AS (upper(v)) STORED;
CREATE INDEX "a_g_idx" ON "a" USING btree ("g");
-- down
DROP INDEX "a_g_idx";
ALTER TABLE "a" DROP COLUMN "g";
ALTER TABLE "a" ADD COLUMN "g" text GENERATED ALWAYS AS (lower(v)) STORED;
CREATE INDEX "a_g_idx" ON "a" USING btree ("g");
