-- before
create domain d as int;
create table t (x d);
-- after
create domain d as int constraint positive check (value > 0);
create table t (x d);
-- changes
-- alter domain public.d [substance]: checks: + positive (VALUE > 0)
-- plan
ALTER DOMAIN "public"."d" ADD CONSTRAINT "positive" CHECK (VALUE > 0);
-- down
ALTER DOMAIN "public"."d" DROP CONSTRAINT "positive";
