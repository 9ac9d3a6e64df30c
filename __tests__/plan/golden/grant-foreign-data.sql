-- before
create foreign data wrapper w;
create server s foreign data wrapper w;
-- after
create foreign data wrapper w;
create server s foreign data wrapper w;
grant usage on foreign data wrapper w to app_user;
grant usage on foreign server s to app_user with grant option;
-- changes
-- create grant foreign data wrapper w to app_user [substance]: only in the models
-- create grant foreign server s to app_user [substance]: only in the models
-- plan
GRANT USAGE ON FOREIGN DATA WRAPPER "w" TO "app_user";
GRANT USAGE ON FOREIGN SERVER "s" TO "app_user" WITH GRANT OPTION;
-- down
REVOKE USAGE ON FOREIGN DATA WRAPPER "w" FROM "app_user";
REVOKE USAGE ON FOREIGN SERVER "s" FROM "app_user";
