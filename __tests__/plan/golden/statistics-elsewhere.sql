-- before
create schema "Stat s";
create schema app;
create table app."T" ("a.b" int, c int);
-- after
create schema "Stat s";
create schema app;
create table app."T" ("a.b" int, c int);
create statistics "Stat s"."S""t" on "a.b", c from app."T";
-- changes
-- create statistics "Stat s"."S""t" [substance]: only in the models
-- plan
CREATE STATISTICS "Stat s"."S""t" (ndistinct, dependencies, mcv) ON "a.b", "c" FROM "app"."T";
-- down
DROP STATISTICS "Stat s"."S""t";
