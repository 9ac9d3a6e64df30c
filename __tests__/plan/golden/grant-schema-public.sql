-- before
revoke usage on schema public from public;
-- after
grant usage on schema public to app_user;
-- changes
-- drop grant schema public to PUBLIC [substance]: only in the database
-- create grant schema public to app_user [substance]: only in the models
-- plan
GRANT USAGE ON SCHEMA "public" TO PUBLIC;
GRANT USAGE ON SCHEMA "public" TO "app_user";
-- down
REVOKE USAGE ON SCHEMA "public" FROM "app_user";
REVOKE USAGE ON SCHEMA "public" FROM PUBLIC;
