-- before
create table t (a int primary key, b int, c int);
create publication p for table t;
-- after
create table t (a int primary key, b int, c int);
create publication p for table t (a, c);
-- changes
-- alter publication table p.public.t [substance]: columns: none → (a, c)
-- plan
ALTER PUBLICATION "p" DROP TABLE "t";
ALTER PUBLICATION "p" ADD TABLE "t" ("a", "c");
-- down
ALTER PUBLICATION "p" DROP TABLE "t";
ALTER PUBLICATION "p" ADD TABLE "t";
