-- before
create table t (a int primary key, b int);
create publication p for table t where (a > 1);
-- after
create table t (a int primary key, b int);
create publication p for table t where (a > 2);
-- changes
-- alter publication table p.public.t [substance]: where: (a > 1) → (a > 2)
-- plan
ALTER PUBLICATION "p" DROP TABLE "t";
ALTER PUBLICATION "p" ADD TABLE "t" WHERE (a > 2);
-- down
ALTER PUBLICATION "p" DROP TABLE "t";
ALTER PUBLICATION "p" ADD TABLE "t" WHERE (a > 1);
