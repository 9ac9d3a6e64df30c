-- before
select 1;
-- after
alter default privileges grant select on tables to app_user;
-- changes
-- create default privileges tables to app_user [substance]: only in the models
-- plan
ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO "app_user";
-- down
ALTER DEFAULT PRIVILEGES REVOKE SELECT ON TABLES FROM "app_user";
