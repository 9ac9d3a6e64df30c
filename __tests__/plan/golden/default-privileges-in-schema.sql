-- before
create schema app;
-- after
create schema app;
alter default privileges in schema app grant select, insert on tables to app_user;
alter default privileges in schema public grant usage on sequences to app_user;
-- changes
-- create default privileges sequences in public to app_user [substance]: only in the models
-- create default privileges tables in app to app_user [substance]: only in the models
-- plan
ALTER DEFAULT PRIVILEGES IN SCHEMA "public" GRANT USAGE ON SEQUENCES TO "app_user";
ALTER DEFAULT PRIVILEGES IN SCHEMA "app" GRANT INSERT, SELECT ON TABLES TO "app_user";
-- down
ALTER DEFAULT PRIVILEGES IN SCHEMA "public" REVOKE USAGE ON SEQUENCES FROM "app_user";
ALTER DEFAULT PRIVILEGES IN SCHEMA "app" REVOKE INSERT, SELECT ON TABLES FROM "app_user";
