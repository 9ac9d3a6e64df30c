-- A renamed domain keeps its columns.
-- before
create domain d as text check (value <> '');
create table t (a d);
-- after
create domain e as text check (value <> '');
create table t (a e);
-- renames
-- domain public.d -> public.e
-- changes
-- rename domain public.e [substance]: renamed: d → e
-- alter domain public.e [substance]: checks: + e_check (VALUE <> ''::text), - d_check (VALUE <> ''::text)
-- plan
ALTER DOMAIN "public"."d" RENAME TO "e";
ALTER DOMAIN "public"."e" RENAME CONSTRAINT "d_check" TO "e_check";
-- down
ALTER DOMAIN "public"."e" RENAME CONSTRAINT "e_check" TO "d_check";
ALTER DOMAIN "public"."e" RENAME TO "d";
