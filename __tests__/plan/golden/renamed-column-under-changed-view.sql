-- A view whose own column has the new name too is made anew.
-- before
create table t (fullname text);
create view v as select fullname from t;
-- after
create table t (name text);
create view v as select name from t;
-- renames
-- column public.t.fullname -> public.t.name
-- changes
-- rename column public.t.name [substance]: renamed: fullname → name
-- alter view public.v [substance]: definition: SELECT name AS fullname FROM t; → SELECT name FROM t;
-- plan
ALTER TABLE "t" RENAME COLUMN "fullname" TO "name";
DROP VIEW "v";
CREATE VIEW "v" AS SELECT name
   FROM t;
-- down
DROP VIEW "v";
CREATE VIEW "v" AS SELECT name AS fullname
   FROM t;
ALTER TABLE "t" RENAME COLUMN "name" TO "fullname";
