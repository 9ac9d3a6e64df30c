-- before

-- after
create schema "P s";
create table "P s"."T" (a int, "b c" text) partition by range (a);
create table "P s"."T.1" partition of "P s"."T" for values from (1) to (9) partition by list ("b c");
create table "P s"."T.1""x" partition of "P s"."T.1" for values in ('x''y');
create index on "P s"."T" (a);
-- changes
-- create schema "P s" [substance]: only in the models
-- create table "P s"."T" [substance]: only in the models
-- create index "P s"."T"."T_a_idx" [substance]: only in the models
-- create table "P s"."T.1" [substance]: only in the models
-- create table "P s"."T.1""x" [substance]: only in the models
-- plan
CREATE SCHEMA "P s";
CREATE TABLE "P s"."T" (
	"a" integer,
	"b c" text
) PARTITION BY RANGE (a);
CREATE TABLE "P s"."T.1" PARTITION OF "P s"."T" FOR VALUES FROM (1) TO (9) PARTITION BY LIST ("b c");
CREATE TABLE "P s"."T.1""x" PARTITION OF "P s"."T.1" FOR VALUES IN ('x''y');
CREATE INDEX "T_a_idx" ON "P s"."T" USING btree ("a");
-- down
DROP TABLE "P s"."T.1""x";
DROP TABLE "P s"."T.1";
DROP TABLE "P s"."T";
DROP SCHEMA "P s";
