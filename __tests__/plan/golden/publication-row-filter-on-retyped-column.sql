-- before
create table t (a int primary key, b int);
create publication p for table t where (a > 1);
-- after
create table t (a bigint primary key, b int);
create publication p for table t where (a > 1);
-- changes
-- alter column public.t.a [substance]: type: integer → bigint
-- plan
ALTER PUBLICATION "p" DROP TABLE "t";
ALTER TABLE "t" ALTER COLUMN "a" SET DATA TYPE bigint;
ALTER PUBLICATION "p" ADD TABLE "t" WHERE (a > 1);
-- down
ALTER PUBLICATION "p" DROP TABLE "t";
ALTER TABLE "t" ALTER COLUMN "a" SET DATA TYPE integer;
ALTER PUBLICATION "p" ADD TABLE "t" WHERE (a > 1);
