-- before

-- after
create table zz (id int);
create function f(r zz) returns setof zz language sql as 'select r';
-- changes
-- create function public.f(zz) [substance]: only in the models
-- create table public.zz [substance]: only in the models
-- plan
CREATE TABLE "zz" (
	"id" integer
);
CREATE FUNCTION "public"."f"(r zz) RETURNS SETOF zz LANGUAGE sql AS $function$select r$function$;
-- down
DROP FUNCTION "public"."f"(zz);
DROP TABLE "zz";
