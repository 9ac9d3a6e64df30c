-- before
create table t (a int primary key);
create table u (a int primary key);
create publication p for table t;
-- after
create table t (a int primary key);
create table u (a int primary key);
create publication p for table t, u;
-- changes
-- create publication table p.public.u [substance]: only in the models
-- plan
ALTER PUBLICATION "p" ADD TABLE "u";
-- down
ALTER PUBLICATION "p" DROP TABLE "u";
