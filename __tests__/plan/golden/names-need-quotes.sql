-- before

-- after
create schema "My App";
create type "My App"."State" as enum ('A');
create table "My App"."Order" ("Id" serial primary key, "select" "My App"."State" default 'A', "a""b" text);
create index "Idx" on "My App"."Order" ("select");
create view "My App"."V" as select "Id" from "My App"."Order";
-- changes
-- create schema "My App" [substance]: only in the models
-- create table "My App"."Order" [substance]: only in the models
-- create index "My App"."Order"."Idx" [substance]: only in the models
-- create enum "My App"."State" [substance]: only in the models
-- create view "My App"."V" [substance]: only in the models
-- plan
CREATE SCHEMA "My App";
CREATE TYPE "My App"."State" AS ENUM('A');
CREATE TABLE "My App"."Order" (
	"Id" serial PRIMARY KEY NOT NULL,
	"select" "My App"."State" DEFAULT 'A'::"My App"."State",
	"a""b" text
);
CREATE INDEX "Idx" ON "My App"."Order" USING btree ("select");
CREATE VIEW "My App"."V" AS SELECT "Id"
   FROM "My App"."Order";
-- down
DROP VIEW "My App"."V";
DROP TABLE "My App"."Order";
DROP TYPE "My App"."State";
DROP SCHEMA "My App";
