-- before

-- after
create table zz (x int);
create function bb() returns bigint language sql set search_path = public as 'select count(*) from zz';
create materialized view aa as select bb() as n;
-- changes
-- create materialized view public.aa [substance]: only in the models
-- create function public.bb() [substance]: only in the models
-- create table public.zz [substance]: only in the models
-- plan
CREATE TABLE "zz" (
	"x" integer
);
CREATE FUNCTION "public"."bb"() RETURNS bigint LANGUAGE sql SET search_path TO 'public' AS $function$select count(*) from zz$function$;
CREATE MATERIALIZED VIEW "aa" AS SELECT bb() AS n;
-- down
DROP MATERIALIZED VIEW "aa";
DROP FUNCTION "public"."bb"();
DROP TABLE "zz";
