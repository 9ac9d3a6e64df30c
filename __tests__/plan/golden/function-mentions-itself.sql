-- before

-- after
create function fib(n int) returns int language plpgsql as 'begin return case when n < 2 then n else fib(n - 1) + fib(n - 2) end; end';
-- changes
-- create function public.fib(integer) [substance]: only in the models
-- plan
CREATE FUNCTION "public"."fib"(n integer) RETURNS integer LANGUAGE plpgsql AS $function$begin return case when n < 2 then n else fib(n - 1) + fib(n - 2) end; end$function$;
-- down
DROP FUNCTION "public"."fib"(integer);
