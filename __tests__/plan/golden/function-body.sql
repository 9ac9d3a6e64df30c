-- before
create function f(a int) returns int language sql as 'select a';
create view v as select f(1) as one;
-- after
create function f(a int) returns int language sql as 'select a + 1';
create view v as select f(1) as one;
-- changes
-- alter function public.f(integer) [substance]: body: line 1: select a → select a + 1
-- plan
CREATE OR REPLACE FUNCTION "public"."f"(a integer) RETURNS integer LANGUAGE sql AS $function$select a + 1$function$;
-- down
CREATE OR REPLACE FUNCTION "public"."f"(a integer) RETURNS integer LANGUAGE sql AS $function$select a$function$;
