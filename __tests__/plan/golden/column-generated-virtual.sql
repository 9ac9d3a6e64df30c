-- before
create table a (v text);
-- after
create table a (v text, g text generated always as (lower(v)) virtual);
-- changes
-- create column public.a.g [substance]: only in the models
-- plan
ALTER TABLE "a" ADD COLUMN "g" text GENERATED ALWAYS AS (lower(v)) VIRTUAL;
-- down
ALTER TABLE "a" DROP COLUMN "g";
