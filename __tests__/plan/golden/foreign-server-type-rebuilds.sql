-- before
create foreign data wrapper w;
create server s type 'a' foreign data wrapper w;
create user mapping for app_user server s options (user 'u', password 'secret');
create foreign table t (a int) server s;
grant usage on foreign server s to app_user;
comment on server s is 'a server';
-- after
create foreign data wrapper w;
create server s type 'b' foreign data wrapper w;
create user mapping for app_user server s options (user 'u', password 'secret');
create foreign table t (a int) server s;
grant usage on foreign server s to app_user;
comment on server s is 'a server';
-- changes
-- alter foreign server s [substance]: type: a → b
-- plan
DROP FOREIGN TABLE "t";
DROP USER MAPPING FOR "app_user" SERVER "s";
DROP SERVER "s";
CREATE SERVER "s" TYPE 'b' FOREIGN DATA WRAPPER "w";
CREATE USER MAPPING FOR "app_user" SERVER "s" OPTIONS ("password" 'secret', "user" 'u');
CREATE FOREIGN TABLE "t" (
	"a" integer
) SERVER "s";
GRANT USAGE ON FOREIGN SERVER "s" TO "app_user";
COMMENT ON SERVER "s" IS 'a server';
-- down
DROP FOREIGN TABLE "t";
DROP USER MAPPING FOR "app_user" SERVER "s";
DROP SERVER "s";
CREATE SERVER "s" TYPE 'a' FOREIGN DATA WRAPPER "w";
CREATE USER MAPPING FOR "app_user" SERVER "s" OPTIONS ("password" 'secret', "user" 'u');
CREATE FOREIGN TABLE "t" (
	"a" integer
) SERVER "s";
GRANT USAGE ON FOREIGN SERVER "s" TO "app_user";
COMMENT ON SERVER "s" IS 'a server';
