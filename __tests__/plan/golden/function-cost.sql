-- before
create function f() returns int language sql as 'select 1';
-- after
create function f() returns int language sql cost 5 as 'select 1';
-- changes
-- alter function public.f() [substance]: cost: 100 → 5
-- plan
ALTER FUNCTION "public"."f"() COST 5;
-- down
ALTER FUNCTION "public"."f"() COST 100;
