-- before
alter default privileges grant select on tables to app_user;
alter default privileges grant select on tables to app_admin;
-- after
alter default privileges grant select on tables to app_admin;
-- changes
-- drop default privileges tables to app_user [substance]: only in the database
-- plan
ALTER DEFAULT PRIVILEGES REVOKE SELECT ON TABLES FROM "app_user";
-- down
ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO "app_user";
