-- before
select 1;
-- after
alter default privileges grant usage on schemas to app_user;
alter default privileges revoke usage on types from public;
alter default privileges grant usage on types to app_user;
-- changes
-- create default privileges schemas to app_user [substance]: only in the models
-- create default privileges types to PUBLIC [substance]: only in the models
-- create default privileges types to app_user [substance]: only in the models
-- plan
ALTER DEFAULT PRIVILEGES GRANT USAGE ON SCHEMAS TO "app_user";
ALTER DEFAULT PRIVILEGES REVOKE USAGE ON TYPES FROM PUBLIC;
ALTER DEFAULT PRIVILEGES GRANT USAGE ON TYPES TO "app_user";
-- down
ALTER DEFAULT PRIVILEGES REVOKE USAGE ON SCHEMAS FROM "app_user";
ALTER DEFAULT PRIVILEGES GRANT USAGE ON TYPES TO PUBLIC;
ALTER DEFAULT PRIVILEGES REVOKE USAGE ON TYPES FROM "app_user";
