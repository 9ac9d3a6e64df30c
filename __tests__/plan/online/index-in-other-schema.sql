-- before
create schema app;
create table app."T" (id int, "A b" int);
insert into app."T" values (1, 1);
-- after
create schema app;
create table app."T" (id int, "A b" int);
create index "T x" on app."T" ("A b");
-- up
-- migration 1, not in a transaction
CREATE INDEX CONCURRENTLY "T x" ON "app"."T" USING btree ("A b");
-- down
-- migration 1, not in a transaction
DROP INDEX CONCURRENTLY "app"."T x";
