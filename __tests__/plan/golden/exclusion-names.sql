-- before

-- after
create schema "S s";
create table "S s"."T.t" ("a""b" text, constraint "x y" exclude using btree ("a""b" text_pattern_ops with =));
-- changes
-- create schema "S s" [substance]: only in the models
-- create table "S s"."T.t" [substance]: only in the models
-- create exclusion "S s"."T.t"."x y" [substance]: only in the models
-- plan
CREATE SCHEMA "S s";
CREATE TABLE "S s"."T.t" (
	"a""b" text
);
ALTER TABLE "S s"."T.t" ADD CONSTRAINT "x y" EXCLUDE USING btree ("a""b" text_pattern_ops WITH =);
-- down
DROP TABLE "S s"."T.t";
DROP SCHEMA "S s";
