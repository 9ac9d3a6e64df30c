-- before
select 1;
-- after
create table t (a int);
alter default privileges in schema public grant select on tables to app_user;
-- changes
-- create table public.t [substance]: only in the models
-- create default privileges tables in public to app_user [substance]: only in the models
-- plan
ALTER DEFAULT PRIVILEGES IN SCHEMA "public" GRANT SELECT ON TABLES TO "app_user";
CREATE TABLE "t" (
	"a" integer
);
REVOKE SELECT ON TABLE "t" FROM "app_user";
-- down
DROP TABLE "t";
ALTER DEFAULT PRIVILEGES IN SCHEMA "public" REVOKE SELECT ON TABLES FROM "app_user";
