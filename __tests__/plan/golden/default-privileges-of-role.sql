-- before
select 1;
-- after
alter default privileges for role app_admin in schema public grant execute on functions to app_user;
-- changes
-- create default privileges functions in public by app_admin to app_user [substance]: only in the models
-- plan
ALTER DEFAULT PRIVILEGES FOR ROLE "app_admin" IN SCHEMA "public" GRANT EXECUTE ON FUNCTIONS TO "app_user";
-- down
ALTER DEFAULT PRIVILEGES FOR ROLE "app_admin" IN SCHEMA "public" REVOKE EXECUTE ON FUNCTIONS FROM "app_user";
