-- before

-- after
create table zz (id int);
create function aa() returns bigint language sql as 'select max(id) from zz';
alter table zz alter id set default aa();
-- changes
-- create function public.aa() [substance]: only in the models
-- create table public.zz [substance]: only in the models
-- plan
CREATE FUNCTION "public"."aa"() RETURNS bigint LANGUAGE sql SET check_function_bodies TO 'off' AS $function$select max(id) from zz$function$;
ALTER FUNCTION "public"."aa"() RESET check_function_bodies;
CREATE TABLE "zz" (
	"id" integer DEFAULT aa()
);
-- down
DROP TABLE "zz";
DROP FUNCTION "public"."aa"();
