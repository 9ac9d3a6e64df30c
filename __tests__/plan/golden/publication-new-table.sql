-- before
create publication p;
-- after
create table t (a int primary key);
create publication p for table t;
-- changes
-- create publication table p.public.t [substance]: only in the models
-- create table public.t [substance]: only in the models
-- plan
CREATE TABLE "t" (
	"a" integer PRIMARY KEY NOT NULL
);
ALTER PUBLICATION "p" ADD TABLE "t";
-- down
DROP TABLE "t";
