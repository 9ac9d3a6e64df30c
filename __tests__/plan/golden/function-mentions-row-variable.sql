-- before

-- after
create table zz (id int);
create function aa() returns int language plpgsql as $$ declare r zz%rowtype; n zz.id%type; begin return 1; end $$;
-- changes
-- create function public.aa() [substance]: only in the models
-- create table public.zz [substance]: only in the models
-- plan
CREATE TABLE "zz" (
	"id" integer
);
CREATE FUNCTION "public"."aa"() RETURNS integer LANGUAGE plpgsql AS $function$ declare r zz%rowtype; n zz.id%type; begin return 1; end $function$;
-- down
DROP FUNCTION "public"."aa"();
DROP TABLE "zz";
