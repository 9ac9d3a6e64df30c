-- before
create function f() returns int language sql leakproof as 'select 1';
-- after
create function f() returns int language sql as 'select 1';
-- changes
-- alter function public.f() [substance]: leakproof: yes → no
-- plan
ALTER FUNCTION "public"."f"() NOT LEAKPROOF;
-- down
ALTER FUNCTION "public"."f"() LEAKPROOF;
