-- before
create table t (a int primary key);
create publication p for table t;
-- after
create table t (a int primary key);
-- changes
-- drop publication p [substance]: only in the database
-- drop publication table p.public.t [substance]: only in the database
-- plan
ALTER PUBLICATION "p" DROP TABLE "t";
DROP PUBLICATION "p";
-- down
CREATE PUBLICATION "p";
ALTER PUBLICATION "p" ADD TABLE "t";
