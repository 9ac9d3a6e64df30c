-- before

-- after
create function f() returns text language plpgsql as $body$
begin
  execute $$ select 'x' $$;
  execute $function$ select 1 $function$;
  return E'it''s \\ a "quoted" \n text $functionx$';
end
$body$;
-- changes
-- create function public.f() [substance]: only in the models
-- plan
CREATE FUNCTION "public"."f"() RETURNS text LANGUAGE plpgsql AS $functionxx$
begin
  execute $$ select 'x' $$;
  execute $function$ select 1 $function$;
  return E'it''s \\ a "quoted" \n text $functionx$';
end
$functionxx$;
-- down
DROP FUNCTION "public"."f"();
