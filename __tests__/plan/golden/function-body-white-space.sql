-- before
create function f() returns int language sql as $$
select 1
$$;
-- after
create function f() returns int language sql as $$
  select 1
$$;
-- changes
-- alter function public.f() [form]: body: line 2 differs in white space
-- plan
CREATE OR REPLACE FUNCTION "public"."f"() RETURNS integer LANGUAGE sql AS $function$
  select 1
$function$;
-- down
CREATE OR REPLACE FUNCTION "public"."f"() RETURNS integer LANGUAGE sql AS $function$
select 1
$function$;
