-- before

-- after
create schema "Odd.Schema";
create table "Odd.Schema"."select" ("Group" int);
create function "Odd.Schema"."say ""hi""; $1" ("Order" int, "a.b" "Odd.Schema"."select", "ünï" text default 'it''s \ ok') returns int language sql as 'select 1';
create function lower(text, text) returns text language sql as 'select $1';
-- changes
-- create schema "Odd.Schema" [substance]: only in the models
-- create function "Odd.Schema"."say ""hi""; $1"(integer, "Odd.Schema"."select", text) [substance]: only in the models
-- create table "Odd.Schema".select [substance]: only in the models
-- create function public.lower(text, text) [substance]: only in the models
-- plan
CREATE SCHEMA "Odd.Schema";
CREATE TABLE "Odd.Schema"."select" (
	"Group" integer
);
CREATE FUNCTION "Odd.Schema"."say ""hi""; $1"("Order" integer, "a.b" "Odd.Schema"."select", "ünï" text DEFAULT 'it''s \ ok'::text) RETURNS integer LANGUAGE sql AS $function$select 1$function$;
CREATE FUNCTION "public"."lower"(text, text) RETURNS text LANGUAGE sql AS $function$select $1$function$;
-- down
DROP FUNCTION "Odd.Schema"."say ""hi""; $1"(integer, "Odd.Schema"."select", text);
DROP FUNCTION "public"."lower"(text, text);
DROP TABLE "Odd.Schema"."select";
DROP SCHEMA "Odd.Schema";
