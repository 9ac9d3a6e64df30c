-- before
create table t (a int, b int) partition by range (a);
create table t1 partition of t for values from (1) to (9);
create index i on t (b);
-- after
create table t (a int, b bigint, c text default 'x') partition by range (a);
create table t1 partition of t for values from (1) to (9);
create index i on t (b);
-- changes
-- alter column public.t.b [substance]: type: integer → bigint
-- create column public.t.c [substance]: only in the models
-- plan
ALTER TABLE "t" ALTER COLUMN "b" SET DATA TYPE bigint;
ALTER TABLE "t" ADD COLUMN "c" text DEFAULT 'x';
-- down
ALTER TABLE "t" DROP COLUMN "c";
ALTER TABLE "t" ALTER COLUMN "b" SET DATA TYPE integer;
