-- So does a composite type.
-- before
create type p as (x integer);
create table t (a p);
-- after
create type q as (x integer);
create table t (a q);
-- renames
-- composite type public.p -> public.q
-- changes
-- rename composite type public.q [substance]: renamed: p → q
-- plan
ALTER TYPE "public"."p" RENAME TO "q";
-- down
ALTER TYPE "public"."q" RENAME TO "p";
