-- before
create schema app;
alter default privileges in schema app grant select on tables to app_user;
-- after
select 1;
-- changes
-- drop schema app [substance]: only in the database
-- plan
DROP SCHEMA "app";
-- down
CREATE SCHEMA "app";
ALTER DEFAULT PRIVILEGES IN SCHEMA "app" GRANT SELECT ON TABLES TO "app_user";
