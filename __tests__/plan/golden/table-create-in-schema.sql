-- before
create schema app;
-- after
create schema app; create table app.users (id integer primary key, "Full Name" text);
-- changes
-- create table app.users [substance]: only in the models
-- plan
CREATE TABLE "app"."users" (
	"id" integer PRIMARY KEY NOT NULL,
	"Full Name" text
);
-- down
DROP TABLE "app"."users";
