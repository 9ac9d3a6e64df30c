-- before
create schema extras;
-- after
create schema extras;
create extension citext schema extras;
-- changes
-- create extension citext [substance]: only in the models
-- plan
CREATE EXTENSION IF NOT EXISTS "citext" SCHEMA "extras";
-- down
DROP EXTENSION "citext";
