-- So is that of an identity column.
-- before
create table t (id integer generated always as identity);
-- after
create table t (no integer generated always as identity);
-- renames
-- column public.t.id -> public.t.no
-- changes
-- rename column public.t.no [substance]: renamed: id → no
-- alter column public.t.no [form]: its sequence under another name: t_id_seq → t_no_seq
-- plan
ALTER TABLE "t" RENAME COLUMN "id" TO "no";
ALTER SEQUENCE t_id_seq RENAME TO t_no_seq;
-- down
ALTER SEQUENCE t_no_seq RENAME TO t_id_seq;
ALTER TABLE "t" RENAME COLUMN "no" TO "id";
