-- before

-- after
create schema "My S";
create table "My S"."T.a" ("select" int);
create function "My S"."fn""x"() returns trigger language plpgsql as 'begin return new; end';
create trigger "on WHEN (""x"")" after update of "select" on "My S"."T.a" for each row when (new."select" > 0) execute function "My S"."fn""x"();
-- changes
-- create schema "My S" [substance]: only in the models
-- create table "My S"."T.a" [substance]: only in the models
-- create trigger "My S"."T.a"."on WHEN (""x"")" [substance]: only in the models
-- create function "My S"."fn""x"() [substance]: only in the models
-- plan
CREATE SCHEMA "My S";
CREATE TABLE "My S"."T.a" (
	"select" integer
);
CREATE FUNCTION "My S"."fn""x"() RETURNS trigger LANGUAGE plpgsql AS $function$begin return new; end$function$;
CREATE TRIGGER "on WHEN (""x"")" AFTER UPDATE OF "select" ON "My S"."T.a" FOR EACH ROW WHEN (new."select" > 0) EXECUTE FUNCTION "My S"."fn""x"();
-- down
DROP TABLE "My S"."T.a";
DROP FUNCTION "My S"."fn""x"();
DROP SCHEMA "My S";
