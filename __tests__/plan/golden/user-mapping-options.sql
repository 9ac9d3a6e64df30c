-- before
create foreign data wrapper w;
create server s foreign data wrapper w;
create user mapping for app_user server s options (user 'u', password 'secret');
-- after
create foreign data wrapper w;
create server s foreign data wrapper w;
create user mapping for app_user server s options (user 'v', password 'other');
-- changes
-- alter user mapping s.app_user [substance]: options: password differs, user differs
-- plan
ALTER USER MAPPING FOR "app_user" SERVER "s" OPTIONS (SET "password" 'other', SET "user" 'v');
-- down
ALTER USER MAPPING FOR "app_user" SERVER "s" OPTIONS (SET "password" 'secret', SET "user" 'u');
