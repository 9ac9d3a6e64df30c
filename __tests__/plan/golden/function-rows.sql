-- before
create function f() returns setof int language sql as 'select 1';
-- after
create function f() returns setof int language sql rows 10 as 'select 1';
-- changes
-- alter function public.f() [substance]: rows: 1000 → 10
-- plan
ALTER FUNCTION "public"."f"() ROWS 10;
-- down
ALTER FUNCTION "public"."f"() ROWS 1000;
