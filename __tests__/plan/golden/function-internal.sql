-- before

-- after
create function my_sin(double precision) returns double precision language internal strict immutable as 'dsin';
-- changes
-- create function public.my_sin(double precision) [substance]: only in the models
-- plan
CREATE FUNCTION "public"."my_sin"(double precision) RETURNS double precision LANGUAGE internal IMMUTABLE STRICT AS $function$dsin$function$;
-- down
DROP FUNCTION "public"."my_sin"(double precision);
