-- A renamed column keeps its values.
-- before
create table t (id integer primary key, fullname text not null);
-- after
create table t (id integer primary key, name text not null);
-- renames
-- column public.t.fullname -> public.t.name
-- changes
-- rename column public.t.name [substance]: renamed: fullname → name
-- plan
ALTER TABLE "t" RENAME COLUMN "fullname" TO "name";
-- down
ALTER TABLE "t" RENAME COLUMN "name" TO "fullname";
