-- before
create table t (a int, b int);
alter table t alter a set (n_distinct = 5, n_distinct_inherited = 3);
-- after
create table t (a int, b int, c int);
alter table t alter a set (n_distinct = -0.5);
alter table t alter b set (n_distinct = 100);
alter table t alter c set (n_distinct = 7);
-- changes
-- alter column public.t.a [substance]: options: (n_distinct=5, n_distinct_inherited=3) → (n_distinct=-0.5)
-- alter column public.t.b [substance]: options: none → (n_distinct=100)
-- create column public.t.c [substance]: only in the models
-- plan
ALTER TABLE "t" ALTER COLUMN "a" SET (n_distinct=-0.5);
ALTER TABLE "t" ALTER COLUMN "a" RESET (n_distinct_inherited);
ALTER TABLE "t" ALTER COLUMN "b" SET (n_distinct=100);
ALTER TABLE "t" ADD COLUMN "c" integer;
ALTER TABLE "t" ALTER COLUMN "c" SET (n_distinct=7);
-- down
ALTER TABLE "t" DROP COLUMN "c";
ALTER TABLE "t" ALTER COLUMN "a" SET (n_distinct=5, n_distinct_inherited=3);
ALTER TABLE "t" ALTER COLUMN "b" RESET (n_distinct);
