-- before
create schema app;
comment on schema app is 'x';
grant usage on schema app to app_user;
-- after
select 1;
-- changes
-- drop schema app [substance]: only in the database
-- plan
DROP SCHEMA "app";
-- down
CREATE SCHEMA "app";
GRANT USAGE ON SCHEMA "app" TO "app_user";
COMMENT ON SCHEMA "app" IS 'x';
