-- before
create table a (v text, g text);
-- after
create table a (v text, g text generated always as (lower(v)) stored);
-- changes
-- alter column public.a.g [substance]: generated: none → lower(v)
-- plan
ALTER TABLE "a" DROP COLUMN "g";
ALTER TABLE "a" ADD COLUMN "g" text GENERATED ALWAYS AS (lower(v)) STORED;
-- down
ALTER TABLE "a" ALTER COLUMN "g" DROP EXPRESSION;
-- irreversible
-- making column public.a.g a generated one loses its values
