-- Foreign keys follow on both sides.
-- before
create table a (id integer primary key);
create table b (a integer references a (id));
-- after
create table a (no integer primary key);
create table b (owner integer, constraint b_a_fkey foreign key (owner) references a (no));
-- renames
-- column public.a.id -> public.a.no
-- column public.b.a -> public.b.owner
-- changes
-- rename column public.a.no [substance]: renamed: id → no
-- rename column public.b.owner [substance]: renamed: a → owner
-- plan
ALTER TABLE "a" RENAME COLUMN "id" TO "no";
ALTER TABLE "b" RENAME COLUMN "a" TO "owner";
-- down
ALTER TABLE "b" RENAME COLUMN "owner" TO "a";
ALTER TABLE "a" RENAME COLUMN "no" TO "id";
