-- before
create role guest;
alter default privileges in schema public grant select on tables to guest;
-- after
select 1;
-- changes
-- drop role guest [substance]: only in the database
-- drop default privileges tables in public to guest [substance]: only in the database
-- plan
ALTER DEFAULT PRIVILEGES IN SCHEMA "public" REVOKE SELECT ON TABLES FROM "guest";
DROP ROLE "guest";
-- down
CREATE ROLE "guest";
ALTER DEFAULT PRIVILEGES IN SCHEMA "public" GRANT SELECT ON TABLES TO "guest";
