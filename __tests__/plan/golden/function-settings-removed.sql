-- before
create function f() returns int language sql set search_path = public as 'select 1';
-- after
create function f() returns int language sql as 'select 1';
-- changes
-- alter function public.f() [substance]: settings: (search_path=public) → none
-- plan
ALTER FUNCTION "public"."f"() RESET search_path;
-- down
ALTER FUNCTION "public"."f"() SET search_path TO 'public';
