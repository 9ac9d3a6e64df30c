-- before

-- after
create extension citext;
create table a (x citext not null);
-- changes
-- create extension citext [substance]: only in the models
-- create table public.a [substance]: only in the models
-- plan
CREATE EXTENSION IF NOT EXISTS "citext";
CREATE TABLE "a" (
	"x" citext NOT NULL
);
-- down
DROP TABLE "a";
DROP EXTENSION "citext";
