-- A renamed sequence keeps its position.
-- before
create sequence s;
create table t (n bigint default nextval('s'));
-- after
create sequence r;
create table t (n bigint default nextval('r'));
-- renames
-- sequence public.s -> public.r
-- changes
-- rename sequence public.r [substance]: renamed: s → r
-- plan
ALTER SEQUENCE "public"."s" RENAME TO "r";
-- down
ALTER SEQUENCE "public"."r" RENAME TO "s";
