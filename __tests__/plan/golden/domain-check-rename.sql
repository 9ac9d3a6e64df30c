-- before
create domain d as int constraint one check (value > 0);
-- after
create domain d as int constraint two check (value > 0);
-- changes
-- alter domain public.d [substance]: checks: + two (VALUE > 0), - one (VALUE > 0)
-- plan
ALTER DOMAIN "public"."d" RENAME CONSTRAINT "one" TO "two";
-- down
ALTER DOMAIN "public"."d" RENAME CONSTRAINT "two" TO "one";
