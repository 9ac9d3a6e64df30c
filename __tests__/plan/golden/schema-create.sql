-- before

-- after
create schema app;
create type app.e as enum ('x');
create sequence app.s;
create table app.t (v app.e default 'x', n int default nextval('app.s'));
-- changes
-- create schema app [substance]: only in the models
-- create enum app.e [substance]: only in the models
-- create sequence app.s [substance]: only in the models
-- create table app.t [substance]: only in the models
-- plan
CREATE SCHEMA "app";
CREATE TYPE "app"."e" AS ENUM('x');
CREATE SEQUENCE "app"."s" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;
CREATE TABLE "app"."t" (
	"v" app.e DEFAULT 'x'::app.e,
	"n" integer DEFAULT nextval('app.s'::regclass)
);
-- down
DROP TABLE "app"."t";
DROP SEQUENCE "app"."s";
DROP TYPE "app"."e";
DROP SCHEMA "app";
