-- before

-- after
create function next_of(n int) returns int language plpgsql as $$
begin
  -- a comment stays, and so does   white space
  return n + 1;
end
$$;
-- changes
-- create function public.next_of(integer) [substance]: only in the models
-- plan
CREATE FUNCTION "public"."next_of"(n integer) RETURNS integer LANGUAGE plpgsql AS $function$
begin
  -- a comment stays, and so does   white space
  return n + 1;
end
$function$;
-- down
DROP FUNCTION "public"."next_of"(integer);
