-- before
create function f(a int default 1) returns int language sql as 'select a';
-- after
create function f(a int default 2) returns int language sql as 'select a';
-- changes
-- alter function public.f(integer) [substance]: arguments: (a integer DEFAULT 1) → (a integer DEFAULT 2)
-- plan
CREATE OR REPLACE FUNCTION "public"."f"(a integer DEFAULT 2) RETURNS integer LANGUAGE sql AS $function$select a$function$;
-- down
CREATE OR REPLACE FUNCTION "public"."f"(a integer DEFAULT 1) RETURNS integer LANGUAGE sql AS $function$select a$function$;
