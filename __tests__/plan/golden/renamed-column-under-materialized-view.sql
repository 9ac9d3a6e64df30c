-- So does a materialized view.
-- before
create table t (fullname text);
create materialized view m as select fullname from t;
-- after
create table t (name text);
create materialized view m as select name as fullname from t;
-- renames
-- column public.t.fullname -> public.t.name
-- changes
-- rename column public.t.name [substance]: renamed: fullname → name
-- plan
ALTER TABLE "t" RENAME COLUMN "fullname" TO "name";
-- down
ALTER TABLE "t" RENAME COLUMN "name" TO "fullname";
