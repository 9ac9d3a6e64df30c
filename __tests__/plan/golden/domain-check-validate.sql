-- before
create domain d as int;
alter domain d add constraint positive check (value > 0) not valid;
create table t (x d);
-- after
create domain d as int constraint positive check (value > 0);
create table t (x d);
-- changes
-- alter domain public.d [substance]: checks: + positive (VALUE > 0), - positive (VALUE > 0) (not valid)
-- plan
ALTER DOMAIN "public"."d" VALIDATE CONSTRAINT "positive";
-- down
ALTER DOMAIN "public"."d" DROP CONSTRAINT "positive";
ALTER DOMAIN "public"."d" ADD CONSTRAINT "positive" CHECK (VALUE > 0) NOT VALID;
