-- Statistics are the same in another schema.
-- before
create schema app;
create table t (x integer, y integer);
create statistics s on x, y from t;
-- after
create schema app;
create table t (x integer, y integer);
create statistics app.s on x, y from t;
-- changes
-- rename statistics app.s [form]: the same under another name: s → s
-- plan
ALTER STATISTICS "public"."s" SET SCHEMA "app";
-- down
ALTER STATISTICS "app"."s" SET SCHEMA "public";
