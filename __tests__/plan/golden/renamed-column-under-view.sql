-- A view keeps the column under the name it gave it.
-- before
create table t (id integer, fullname text);
create view v as select id, fullname from t;
-- after
create table t (id integer, name text);
create view v as select id, name as fullname from t;
-- renames
-- column public.t.fullname -> public.t.name
-- changes
-- rename column public.t.name [substance]: renamed: fullname → name
-- plan
ALTER TABLE "t" RENAME COLUMN "fullname" TO "name";
-- down
ALTER TABLE "t" RENAME COLUMN "name" TO "fullname";
