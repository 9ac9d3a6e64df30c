-- before
create schema app;
create publication p for tables in schema app;
-- after
create publication p;
-- changes
-- drop schema app [substance]: only in the database
-- plan
DROP SCHEMA "app";
-- down
CREATE SCHEMA "app";
ALTER PUBLICATION "p" ADD TABLES IN SCHEMA "app";
