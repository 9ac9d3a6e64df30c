-- before
create table a (id integer primary key);
create table b (a integer references a);
-- after
create table a (id bigint primary key);
create table b (a bigint references a);
-- changes
-- alter column public.a.id [substance]: type: integer → bigint
-- alter column public.b.a [substance]: type: integer → bigint
-- plan
ALTER TABLE "a" ALTER COLUMN "id" SET DATA TYPE bigint;
ALTER TABLE "b" ALTER COLUMN "a" SET DATA TYPE bigint;
-- down
ALTER TABLE "a" ALTER COLUMN "id" SET DATA TYPE integer;
ALTER TABLE "b" ALTER COLUMN "a" SET DATA TYPE integer;
