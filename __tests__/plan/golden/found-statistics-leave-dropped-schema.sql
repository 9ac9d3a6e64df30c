-- What moves out of a schema does so before it goes.
-- before
create schema old;
create table t (x integer, y integer);
create statistics old.s on x, y from t;
-- after
create schema new;
create table t (x integer, y integer);
create statistics new.s on x, y from t;
-- changes
-- create schema new [substance]: only in the models
-- rename statistics new.s [form]: the same under another name: s → s
-- drop schema old [substance]: only in the database
-- plan
CREATE SCHEMA "new";
ALTER STATISTICS "old"."s" SET SCHEMA "new";
DROP SCHEMA "old";
-- down
CREATE SCHEMA "old";
ALTER STATISTICS "new"."s" SET SCHEMA "old";
DROP SCHEMA "new";
