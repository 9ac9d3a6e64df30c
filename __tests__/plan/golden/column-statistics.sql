-- before
create table t (a int, b int);
alter table t alter a set statistics 500;
-- after
create table t (a int, b int, c int);
alter table t alter b set statistics 0;
alter table t alter c set statistics 10;
-- changes
-- alter column public.t.a [substance]: statistics: 500 → none
-- alter column public.t.b [substance]: statistics: none → 0
-- create column public.t.c [substance]: only in the models
-- plan
ALTER TABLE "t" ALTER COLUMN "a" SET STATISTICS -1;
ALTER TABLE "t" ALTER COLUMN "b" SET STATISTICS 0;
ALTER TABLE "t" ADD COLUMN "c" integer;
ALTER TABLE "t" ALTER COLUMN "c" SET STATISTICS 10;
-- down
ALTER TABLE "t" DROP COLUMN "c";
ALTER TABLE "t" ALTER COLUMN "a" SET STATISTICS 500;
ALTER TABLE "t" ALTER COLUMN "b" SET STATISTICS -1;
