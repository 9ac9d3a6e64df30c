-- before

-- after
create schema "My.S";
create table "My.S"."a""T" ("x y" int, "ß" text, "select" int,
  constraint "p'k" primary key ("x y"), constraint "u k" unique ("ß", "select"), constraint "c$h" check ("select" > 0));
create table "My.S".b ("from" int, constraint "f.k" foreign key ("from") references "My.S"."a""T" ("x y"));
-- changes
-- create schema "My.S" [substance]: only in the models
-- create table "My.S"."a""T" [substance]: only in the models
-- create table "My.S".b [substance]: only in the models
-- create foreign key "My.S".b."f.k" [substance]: only in the models
-- plan
CREATE SCHEMA "My.S";
CREATE TABLE "My.S"."a""T" (
	"x y" integer NOT NULL,
	"ß" text,
	"select" integer,
	CONSTRAINT "p'k" PRIMARY KEY("x y"),
	CONSTRAINT "u k" UNIQUE("ß", "select"),
	CONSTRAINT "c$h" CHECK ("select" > 0)
);
CREATE TABLE "My.S"."b" (
	"from" integer
);
ALTER TABLE "My.S"."b" ADD CONSTRAINT "f.k" FOREIGN KEY ("from") REFERENCES "My.S"."a""T"("x y") ON DELETE no action ON UPDATE no action;
-- down
DROP TABLE "My.S"."b";
DROP TABLE "My.S"."a""T";
DROP SCHEMA "My.S";
