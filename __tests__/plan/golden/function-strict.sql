-- before
create function f(a int) returns int language sql as 'select a';
-- after
create function f(a int) returns int language sql strict as 'select a';
-- changes
-- alter function public.f(integer) [substance]: strict: no → yes
-- plan
ALTER FUNCTION "public"."f"(integer) STRICT;
-- down
ALTER FUNCTION "public"."f"(integer) CALLED ON NULL INPUT;
