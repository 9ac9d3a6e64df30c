-- before
create table a (v integer check (v > 0), unique (v));
create index on a ((v + 1)) where v > 3;
-- after
create table a (v bigint check (v > 0), unique (v));
create index on a ((v + 1)) where v > 3;
-- changes
-- alter column public.a.v [substance]: type: integer → bigint
-- plan
ALTER TABLE "a" ALTER COLUMN "v" SET DATA TYPE bigint;
-- down
ALTER TABLE "a" ALTER COLUMN "v" SET DATA TYPE integer;
