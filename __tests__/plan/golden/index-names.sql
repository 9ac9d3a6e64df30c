-- before

-- after
create schema "App.1";
create table "App.1"."Tä""ble" ("select" int, "a,b" text, "x
y" int, a$b int);
create index "i'x" on "App.1"."Tä""ble" ("select", "a,b", "x
y", a$b) where "select" > 1;
create unique index "ünïque" on "App.1"."Tä""ble" (("a,b" || '"'));
-- changes
-- create schema "App.1" [substance]: only in the models
-- create table "App.1"."Tä""ble" [substance]: only in the models
-- create index "App.1"."Tä""ble"."i'x" [substance]: only in the models
-- create index "App.1"."Tä""ble"."ünïque" [substance]: only in the models
-- plan
CREATE SCHEMA "App.1";
CREATE TABLE "App.1"."Tä""ble" (
	"select" integer,
	"a,b" text,
	"x
y" integer,
	"a$b" integer
);
CREATE INDEX "i'x" ON "App.1"."Tä""ble" USING btree ("select","a,b","x
y","a$b") WHERE ("select" > 1);
CREATE UNIQUE INDEX "ünïque" ON "App.1"."Tä""ble" USING btree ((("a,b" || '"'::text)));
-- down
DROP TABLE "App.1"."Tä""ble";
DROP SCHEMA "App.1";
