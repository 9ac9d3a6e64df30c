-- before
create function f(i int) returns int language sql as 'select i';
-- after
create function f(i int) returns int language sql
begin atomic
  select i;
end;
-- changes
-- alter function public.f(integer) [substance]: body written as SQL only in the models; body: line 1: select i → BEGIN ATOMIC
-- plan
CREATE OR REPLACE FUNCTION "public"."f"(i integer) RETURNS integer LANGUAGE sql BEGIN ATOMIC
 SELECT i AS i;
END;
-- down
CREATE OR REPLACE FUNCTION "public"."f"(i integer) RETURNS integer LANGUAGE sql AS $function$select i$function$;
