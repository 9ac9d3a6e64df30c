-- before

-- after
create schema "My S";
create table "My S"."T.""x" ("select" int, "ünï cödé" text);
create view "My S"."View of all" as select "select" as "Group", "ünï cödé" from "My S"."T.""x" where "ünï cödé" <> 'it''s\';
-- changes
-- create schema "My S" [substance]: only in the models
-- create table "My S"."T.""x" [substance]: only in the models
-- create view "My S"."View of all" [substance]: only in the models
-- plan
CREATE SCHEMA "My S";
CREATE TABLE "My S"."T.""x" (
	"select" integer,
	"ünï cödé" text
);
CREATE VIEW "My S"."View of all" AS SELECT "select" AS "Group",
    "ünï cödé"
   FROM "My S"."T.""x"
  WHERE ("ünï cödé" <> 'it''s\'::text);
-- down
DROP VIEW "My S"."View of all";
DROP TABLE "My S"."T.""x";
DROP SCHEMA "My S";
