-- before
create table zz (id int);
create function f(r zz) returns setof zz language sql as 'select r';
-- after

-- changes
-- drop function public.f(zz) [substance]: only in the database
-- drop table public.zz [substance]: only in the database
-- plan
DROP FUNCTION "public"."f"(zz);
DROP TABLE "zz";
-- down
CREATE TABLE "zz" (
	"id" integer
);
CREATE FUNCTION "public"."f"(r zz) RETURNS SETOF zz LANGUAGE sql AS $function$select r$function$;
-- irreversible
-- dropping table public.zz loses its rows
