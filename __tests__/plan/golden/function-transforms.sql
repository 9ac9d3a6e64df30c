-- before
create transform for int language sql (from sql with function prsd_lextype(internal), to sql with function int4recv(internal));
create function f(a int) returns int language sql as 'select a';
-- after
create transform for int language sql (from sql with function prsd_lextype(internal), to sql with function int4recv(internal));
create function f(a int) returns int transform for type int language sql as 'select a';
-- changes
-- alter function public.f(integer) [substance]: transforms: none → (integer)
-- plan
CREATE OR REPLACE FUNCTION "public"."f"(a integer) RETURNS integer TRANSFORM FOR TYPE integer LANGUAGE sql AS $function$select a$function$;
-- down
CREATE OR REPLACE FUNCTION "public"."f"(a integer) RETURNS integer LANGUAGE sql AS $function$select a$function$;
