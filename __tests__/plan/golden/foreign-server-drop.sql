-- before
create foreign data wrapper w;
create server s foreign data wrapper w;
create user mapping for app_user server s;
-- after
select 1;
-- changes
-- drop foreign server s [substance]: only in the database
-- drop user mapping s.app_user [substance]: only in the database
-- drop foreign data wrapper w [substance]: only in the database
-- plan
DROP USER MAPPING FOR "app_user" SERVER "s";
DROP SERVER "s";
DROP FOREIGN DATA WRAPPER "w";
-- down
CREATE FOREIGN DATA WRAPPER "w";
CREATE SERVER "s" FOREIGN DATA WRAPPER "w";
CREATE USER MAPPING FOR "app_user" SERVER "s";
