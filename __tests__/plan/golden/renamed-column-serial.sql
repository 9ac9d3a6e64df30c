-- A serial column's sequence is renamed after it.
-- before
create table t (id serial);
-- after
create table t (no serial);
-- renames
-- column public.t.id -> public.t.no
-- changes
-- rename column public.t.no [substance]: renamed: id → no
-- alter column public.t.no [form]: default: nextval('t_id_seq'::regclass) → nextval('t_no_seq'::regclass)
-- plan
ALTER TABLE "t" RENAME COLUMN "id" TO "no";
ALTER SEQUENCE "public"."t_id_seq" RENAME TO "t_no_seq";
-- down
ALTER SEQUENCE "public"."t_no_seq" RENAME TO "t_id_seq";
ALTER TABLE "t" RENAME COLUMN "no" TO "id";
