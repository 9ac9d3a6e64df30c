-- before
create schema app;
-- after
create schema app;
create function app.f(a int) returns int language sql as 'select a';
create function public.f(a int) returns int language sql as 'select app.f(a)';
-- changes
-- create function app.f(integer) [substance]: only in the models
-- create function public.f(integer) [substance]: only in the models
-- plan
CREATE FUNCTION "app"."f"(a integer) RETURNS integer LANGUAGE sql AS $function$select a$function$;
CREATE FUNCTION "public"."f"(a integer) RETURNS integer LANGUAGE sql AS $function$select app.f(a)$function$;
-- down
DROP FUNCTION "app"."f"(integer);
DROP FUNCTION "public"."f"(integer);
