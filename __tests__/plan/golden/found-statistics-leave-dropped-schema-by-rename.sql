-- They are the same in another schema, which needs no detour: the move comes before the drop.
-- before
create schema s;
create domain s.d as text;
create table t (x integer, y s.d);
create statistics s.st on x, (lower(y)) from t;
-- after
create domain d as text;
create table t (x integer, y d);
create statistics st on x, (lower(y)) from t;
-- changes
-- create domain public.d [substance]: only in the models
-- rename statistics public.st [form]: the same under another name: st → st
-- alter column public.t.y [substance]: type: s.d → d
-- drop schema s [substance]: only in the database
-- drop domain s.d [substance]: only in the database
-- plan
CREATE DOMAIN "public"."d" AS text;
ALTER TABLE "t" ALTER COLUMN "y" SET DATA TYPE d;
DROP DOMAIN "s"."d";
ALTER STATISTICS "s"."st" SET SCHEMA "public";
DROP SCHEMA "s";
-- down
CREATE SCHEMA "s";
CREATE DOMAIN "s"."d" AS text;
ALTER TABLE "t" ALTER COLUMN "y" SET DATA TYPE s.d;
DROP DOMAIN "public"."d";
ALTER STATISTICS "public"."st" SET SCHEMA "s";
-- irreversible
-- changing the type of column public.t.y from s.d to d may not keep every value as it was
