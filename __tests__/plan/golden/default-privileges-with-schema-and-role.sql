-- before
select 1;
-- after
create role guest;
create schema "My App";
alter default privileges for role guest in schema "My App" grant select on tables to app_user;
-- changes
-- create schema "My App" [substance]: only in the models
-- create role guest [substance]: only in the models
-- create default privileges tables in "My App" by guest to app_user [substance]: only in the models
-- plan
CREATE SCHEMA "My App";
CREATE ROLE "guest";
ALTER DEFAULT PRIVILEGES FOR ROLE "guest" IN SCHEMA "My App" GRANT SELECT ON TABLES TO "app_user";
-- down
DROP SCHEMA "My App";
DROP ROLE "guest";
