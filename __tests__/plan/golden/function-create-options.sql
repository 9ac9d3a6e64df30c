-- before

-- after
create function f(a int) returns setof int language sql immutable parallel safe strict security definer leakproof cost 3 rows 7
  set search_path = '$user', app, 'Odd "Name"' set work_mem = '8MB' as 'select a';
-- changes
-- create function public.f(integer) [substance]: only in the models
-- plan
CREATE FUNCTION "public"."f"(a integer) RETURNS SETOF integer LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT SECURITY DEFINER LEAKPROOF COST 3 ROWS 7 SET search_path TO '$user', 'app', 'Odd "Name"' SET work_mem TO '8MB' AS $function$select a$function$;
-- down
DROP FUNCTION "public"."f"(integer);
