-- before
create type c as (a int);
create function f(v c) returns c language sql as 'select v';
create view w as select f(null) as x;
-- after
create type c as (a bigint, b text);
create function f(v c) returns c language sql as 'select v';
create view w as select f(null) as x;
-- changes
-- alter composite type public.c [substance]: attributes: + a bigint, + b text, - a integer
-- plan
DROP VIEW "w";
DROP FUNCTION "public"."f"(c);
ALTER TYPE "public"."c" ADD ATTRIBUTE "b" text;
DROP TYPE "public"."c";
CREATE TYPE "public"."c" AS ("a" bigint, "b" text);
CREATE FUNCTION "public"."f"(v c) RETURNS c LANGUAGE sql AS $function$select v$function$;
CREATE VIEW "w" AS SELECT f(NULL::c) AS x;
-- down
DROP VIEW "w";
DROP FUNCTION "public"."f"(c);
ALTER TYPE "public"."c" DROP ATTRIBUTE "b";
DROP TYPE "public"."c";
CREATE TYPE "public"."c" AS ("a" integer);
CREATE FUNCTION "public"."f"(v c) RETURNS c LANGUAGE sql AS $function$select v$function$;
CREATE VIEW "w" AS SELECT f(NULL::c) AS x;
