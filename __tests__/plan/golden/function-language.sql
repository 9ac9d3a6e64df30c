-- before
create function f(a int) returns int language sql as 'select a';
-- after
create function f(a int) returns int language plpgsql as 'begin return a; end';
-- changes
-- alter function public.f(integer) [substance]: body: line 1: select a → begin return a; end; language: sql → plpgsql
-- plan
CREATE OR REPLACE FUNCTION "public"."f"(a integer) RETURNS integer LANGUAGE plpgsql AS $function$begin return a; end$function$;
-- down
CREATE OR REPLACE FUNCTION "public"."f"(a integer) RETURNS integer LANGUAGE sql AS $function$select a$function$;
