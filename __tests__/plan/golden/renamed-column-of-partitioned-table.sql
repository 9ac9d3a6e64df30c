-- Partitions follow their parent.
-- before
create table t (a integer, b text) partition by list (a);
create table t1 partition of t for values in (1);
-- after
create table t (k integer, b text) partition by list (k);
create table t1 partition of t for values in (1);
-- renames
-- column public.t.a -> public.t.k
-- changes
-- rename column public.t.k [substance]: renamed: a → k
-- plan
ALTER TABLE "t" RENAME COLUMN "a" TO "k";
-- down
ALTER TABLE "t" RENAME COLUMN "k" TO "a";
