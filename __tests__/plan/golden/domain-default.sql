-- before
create domain d as text default 'a';
create domain e as int;
create table t (x d, y e);
-- after
create domain d as text;
create domain e as int default 5;
create table t (x d, y e);
-- changes
-- alter domain public.d [substance]: default: 'a'::text → none
-- alter domain public.e [substance]: default: none → 5
-- plan
ALTER DOMAIN "public"."d" DROP DEFAULT;
ALTER DOMAIN "public"."e" SET DEFAULT 5;
-- down
ALTER DOMAIN "public"."d" SET DEFAULT 'a';
ALTER DOMAIN "public"."e" DROP DEFAULT;
