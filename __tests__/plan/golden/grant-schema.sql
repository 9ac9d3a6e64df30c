-- before
create schema app;
-- after
create schema app;
grant usage, create on schema app to app_user;
-- changes
-- create grant schema app to app_user [substance]: only in the models
-- plan
GRANT CREATE, USAGE ON SCHEMA "app" TO "app_user";
-- down
REVOKE CREATE, USAGE ON SCHEMA "app" FROM "app_user";
