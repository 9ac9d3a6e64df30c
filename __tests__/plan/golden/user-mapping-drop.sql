-- before
create foreign data wrapper w;
create server s foreign data wrapper w;
create user mapping for public server s options (user 'u');
-- after
create foreign data wrapper w;
create server s foreign data wrapper w;
-- changes
-- drop user mapping s.public [substance]: only in the database
-- plan
DROP USER MAPPING FOR PUBLIC SERVER "s";
-- down
CREATE USER MAPPING FOR PUBLIC SERVER "s" OPTIONS ("user" 'u');
