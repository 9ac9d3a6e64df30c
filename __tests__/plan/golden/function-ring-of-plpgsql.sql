-- before

-- after
create function aa(n int) returns int language plpgsql as 'begin return zz(n); end';
create function zz(n int) returns int language plpgsql as 'begin return aa(n); end';
-- changes
-- create function public.aa(integer) [substance]: only in the models
-- create function public.zz(integer) [substance]: only in the models
-- plan
CREATE FUNCTION "public"."aa"(n integer) RETURNS integer LANGUAGE plpgsql AS $function$begin return zz(n); end$function$;
CREATE FUNCTION "public"."zz"(n integer) RETURNS integer LANGUAGE plpgsql AS $function$begin return aa(n); end$function$;
-- down
DROP FUNCTION "public"."aa"(integer);
DROP FUNCTION "public"."zz"(integer);
