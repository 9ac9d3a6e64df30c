-- A renamed schema keeps all that lives in it.
-- before
create schema a;
create table a.t (id integer primary key);
create view a.v as select id from a.t;
-- after
create schema b;
create table b.t (id integer primary key);
create view b.v as select id from b.t;
-- renames
-- schema a -> b
-- changes
-- rename schema b [substance]: renamed: a → b
-- plan
ALTER SCHEMA "a" RENAME TO "b";
-- down
ALTER SCHEMA "b" RENAME TO "a";
