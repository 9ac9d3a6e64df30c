-- before
create function f(a int) returns int language sql as 'select a';
create function f(a text) returns text language sql as 'select a';
-- after
create function f(a int) returns int language sql as 'select a';
create function f(a text) returns text language sql as $$ select a || '!' $$;
create function f(a text, b timestamptz) returns text language sql as 'select a';
-- changes
-- alter function public.f(text) [substance]: body: line 1: select a → select a || '!'
-- create function public.f(text, timestamp with time zone) [substance]: only in the models
-- plan
CREATE OR REPLACE FUNCTION "public"."f"(a text) RETURNS text LANGUAGE sql AS $function$ select a || '!' $function$;
CREATE FUNCTION "public"."f"(a text, b timestamp with time zone) RETURNS text LANGUAGE sql AS $function$select a$function$;
-- down
DROP FUNCTION "public"."f"(text, timestamp with time zone);
CREATE OR REPLACE FUNCTION "public"."f"(a text) RETURNS text LANGUAGE sql AS $function$select a$function$;
