-- before
create foreign data wrapper w;
create server s foreign data wrapper w;
-- after
create foreign data wrapper w;
create server s foreign data wrapper w;
create user mapping for app_user server s options (user 'u', password 'secret');
create user mapping for public server s;
-- changes
-- create user mapping s.app_user [substance]: only in the models
-- create user mapping s.public [substance]: only in the models
-- plan
CREATE USER MAPPING FOR "app_user" SERVER "s" OPTIONS ("password" 'secret', "user" 'u');
CREATE USER MAPPING FOR PUBLIC SERVER "s";
-- down
DROP USER MAPPING FOR "app_user" SERVER "s";
DROP USER MAPPING FOR PUBLIC SERVER "s";
