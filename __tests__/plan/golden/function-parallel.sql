-- before
create function f() returns int language sql parallel safe as 'select 1';
-- after
create function f() returns int language sql parallel restricted as 'select 1';
-- changes
-- alter function public.f() [substance]: parallel: safe → restricted
-- plan
ALTER FUNCTION "public"."f"() PARALLEL RESTRICTED;
-- down
ALTER FUNCTION "public"."f"() PARALLEL SAFE;
