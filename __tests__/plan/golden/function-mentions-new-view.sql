-- before

-- after
create view zz as select 1 as x;
create function aa() returns int language sql as 'select x from zz';
-- changes
-- create function public.aa() [substance]: only in the models
-- create view public.zz [substance]: only in the models
-- plan
CREATE VIEW "zz" AS SELECT 1 AS x;
CREATE FUNCTION "public"."aa"() RETURNS integer LANGUAGE sql AS $function$select x from zz$function$;
-- down
DROP FUNCTION "public"."aa"();
DROP VIEW "zz";
