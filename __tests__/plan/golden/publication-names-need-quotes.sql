-- before
select 1;
-- after
create schema "My App";
create table "My App"."T.t" ("a""b" int primary key, c int);
create publication "Pub ""1""" for table "My App"."T.t" ("a""b");
-- changes
-- create schema "My App" [substance]: only in the models
-- create table "My App"."T.t" [substance]: only in the models
-- create publication "Pub ""1""" [substance]: only in the models
-- create publication table "Pub ""1"""."My App"."T.t" [substance]: only in the models
-- plan
CREATE SCHEMA "My App";
CREATE TABLE "My App"."T.t" (
	"a""b" integer PRIMARY KEY NOT NULL,
	"c" integer
);
CREATE PUBLICATION "Pub ""1""";
ALTER PUBLICATION "Pub ""1""" ADD TABLE "My App"."T.t" ("a""b");
-- down
DROP TABLE "My App"."T.t";
DROP PUBLICATION "Pub ""1""";
DROP SCHEMA "My App";
