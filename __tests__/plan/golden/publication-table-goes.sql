-- before
create table t (a int primary key);
create table u (a int primary key);
create publication p for table t, u;
-- after
create table u (a int primary key);
create publication p for table u;
-- changes
-- drop table public.t [substance]: only in the database
-- plan
DROP TABLE "t";
-- down
CREATE TABLE "t" (
	"a" integer PRIMARY KEY NOT NULL
);
ALTER PUBLICATION "p" ADD TABLE "t";
-- irreversible
-- dropping table public.t loses its rows
