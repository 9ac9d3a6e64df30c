-- before
create schema s;
create function s."F"(a int) returns int language sql as 'select 1';
create function lower(text, text) returns text language sql as 'select $1';
-- after
create schema s;
-- changes
-- drop function public.lower(text, text) [substance]: only in the database
-- drop function s."F"(integer) [substance]: only in the database
-- plan
DROP FUNCTION "public"."lower"(text, text);
DROP FUNCTION "s"."F"(integer);
-- down
CREATE FUNCTION "public"."lower"(text, text) RETURNS text LANGUAGE sql AS $function$select $1$function$;
CREATE FUNCTION "s"."F"(a integer) RETURNS integer LANGUAGE sql AS $function$select 1$function$;
