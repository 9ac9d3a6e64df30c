-- before
create schema "S";
create sequence "S"."T_Id_seq" as int;
-- after
create schema "S";
create table "S"."T" ("Id" serial primary key, a int);
-- changes
-- create table "S"."T" [substance]: only in the models
-- alter sequence "S"."T_Id_seq" [form]: owned by: nothing → S.T.Id
-- plan
CREATE TABLE "S"."T" (
	"Id" integer PRIMARY KEY DEFAULT nextval('"S"."T_Id_seq"'::regclass) NOT NULL,
	"a" integer
);
ALTER SEQUENCE "S"."T_Id_seq" OWNED BY "S"."T"."Id";
-- down
ALTER SEQUENCE "S"."T_Id_seq" OWNED BY NONE;
DROP TABLE "S"."T";
