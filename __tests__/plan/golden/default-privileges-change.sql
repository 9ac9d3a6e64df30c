-- before
alter default privileges in schema public grant select on tables to app_user;
-- after
alter default privileges in schema public grant select, update on tables to app_user with grant option;
-- changes
-- alter default privileges tables in public to app_user [substance]: grantable: () → (SELECT, UPDATE); privileges: (SELECT) → (SELECT, UPDATE)
-- plan
ALTER DEFAULT PRIVILEGES IN SCHEMA "public" GRANT SELECT, UPDATE ON TABLES TO "app_user" WITH GRANT OPTION;
-- down
ALTER DEFAULT PRIVILEGES IN SCHEMA "public" REVOKE UPDATE ON TABLES FROM "app_user";
ALTER DEFAULT PRIVILEGES IN SCHEMA "public" REVOKE GRANT OPTION FOR SELECT ON TABLES FROM "app_user";
