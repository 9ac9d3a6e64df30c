-- before
create function n() returns bigint language internal as 'window_row_number';
-- after
create function n() returns bigint language internal window as 'window_row_number';
-- changes
-- alter function public.n() [substance]: window: no → yes
-- plan
DROP FUNCTION "public"."n"();
CREATE FUNCTION "public"."n"() RETURNS bigint LANGUAGE internal WINDOW AS $function$window_row_number$function$;
-- down
DROP FUNCTION "public"."n"();
CREATE FUNCTION "public"."n"() RETURNS bigint LANGUAGE internal AS $function$window_row_number$function$;
