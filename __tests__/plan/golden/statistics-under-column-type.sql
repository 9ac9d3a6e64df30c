-- before
create table t (a int, b int);
create statistics s on a, b from t;
-- after
create table t (a bigint, b int);
create statistics s on a, b from t;
-- changes
-- alter column public.t.a [substance]: type: integer → bigint
-- plan
ALTER TABLE "t" ALTER COLUMN "a" SET DATA TYPE bigint;
-- down
ALTER TABLE "t" ALTER COLUMN "a" SET DATA TYPE integer;
