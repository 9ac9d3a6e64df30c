-- before
create table t (a int, constraint x exclude using hash (a with =));
-- after
create table t (a bigint, constraint x exclude using hash (a with =));
-- changes
-- alter column public.t.a [substance]: type: integer → bigint
-- plan
ALTER TABLE "t" ALTER COLUMN "a" SET DATA TYPE bigint;
-- down
ALTER TABLE "t" ALTER COLUMN "a" SET DATA TYPE integer;
