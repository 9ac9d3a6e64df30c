-- before
create table t (a int primary key);
create table u (a int primary key);
create publication p for table t, u;
-- after
create table t (a int primary key);
create table u (a int primary key);
create publication p for table t;
-- changes
-- drop publication table p.public.u [substance]: only in the database
-- plan
ALTER PUBLICATION "p" DROP TABLE "u";
-- down
ALTER PUBLICATION "p" ADD TABLE "u";
