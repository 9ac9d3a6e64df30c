-- before
create schema app;
-- after

-- changes
-- drop schema app [form]: only in the database, and nothing there uses it
-- plan
DROP SCHEMA "app";
-- down
CREATE SCHEMA "app";
