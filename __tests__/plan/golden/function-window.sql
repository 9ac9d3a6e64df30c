-- before

-- after
create function my_number() returns bigint language internal window as 'window_row_number';
-- changes
-- create function public.my_number() [substance]: only in the models
-- plan
CREATE FUNCTION "public"."my_number"() RETURNS bigint LANGUAGE internal WINDOW AS $function$window_row_number$function$;
-- down
DROP FUNCTION "public"."my_number"();
