-- before
create domain d as text;
create domain e as text not null;
create table t (x d);
-- after
create domain d as text not null;
create domain e as text;
create table t (x d);
-- changes
-- alter domain public.d [substance]: not null only in the models
-- alter domain public.e [substance]: not null only in the database
-- plan
ALTER DOMAIN "public"."d" SET NOT NULL;
ALTER DOMAIN "public"."e" DROP NOT NULL;
-- down
ALTER DOMAIN "public"."d" DROP NOT NULL;
ALTER DOMAIN "public"."e" SET NOT NULL;
