-- before

-- after
create schema "a.b";
create sequence "a.b"."it's";
create table "a.b"."T" ("select" int default nextval('"a.b"."it''s"'));
alter sequence "a.b"."it's" owned by "a.b"."T"."select";
-- changes
-- create schema "a.b" [substance]: only in the models
-- create table "a.b"."T" [substance]: only in the models
-- plan
CREATE SCHEMA "a.b";
CREATE SEQUENCE "a.b"."it's" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;
CREATE TABLE "a.b"."T" (
	"select" integer DEFAULT nextval('"a.b"."it''s"'::regclass)
);
ALTER SEQUENCE "a.b"."it's" OWNED BY "a.b"."T"."select";
-- down
DROP TABLE "a.b"."T";
DROP SCHEMA "a.b";
