-- before
create function f() returns int language sql as 'select 1';
-- after
create function f() returns int language sql security definer as 'select 1';
-- changes
-- alter function public.f() [substance]: security: invoker → definer
-- plan
ALTER FUNCTION "public"."f"() SECURITY DEFINER;
-- down
ALTER FUNCTION "public"."f"() SECURITY INVOKER;
