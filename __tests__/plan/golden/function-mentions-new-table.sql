-- before

-- after
create table zz (id int);
create function aa() returns bigint language sql as 'select count(*) from zz';
-- changes
-- create function public.aa() [substance]: only in the models
-- create table public.zz [substance]: only in the models
-- plan
CREATE TABLE "zz" (
	"id" integer
);
CREATE FUNCTION "public"."aa"() RETURNS bigint LANGUAGE sql AS $function$select count(*) from zz$function$;
-- down
DROP FUNCTION "public"."aa"();
DROP TABLE "zz";
