-- before
create function f() returns int language sql as 'select 1';
-- after
create function f() returns int language sql immutable as 'select 1';
-- changes
-- alter function public.f() [substance]: volatility: volatile → immutable
-- plan
ALTER FUNCTION "public"."f"() IMMUTABLE;
-- down
ALTER FUNCTION "public"."f"() VOLATILE;
