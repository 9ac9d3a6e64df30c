-- before
create table a (id integer generated always as identity);
-- after
create table a (id bigint generated always as identity);
-- changes
-- alter column public.a.id [substance]: identity: max 2147483647 → 9223372036854775807; type: integer → bigint
-- plan
ALTER TABLE "a" ALTER COLUMN "id" SET DATA TYPE bigint;
ALTER TABLE "a" ALTER COLUMN "id" SET MAXVALUE 9223372036854775807;
-- down
ALTER TABLE "a" ALTER COLUMN "id" SET DATA TYPE integer;
ALTER TABLE "a" ALTER COLUMN "id" SET MAXVALUE 2147483647;
