-- before
create role guest;
create foreign data wrapper w;
create server s foreign data wrapper w;
create user mapping for guest server s;
-- after
create foreign data wrapper w;
create server s foreign data wrapper w;
-- changes
-- drop role guest [substance]: only in the database
-- drop user mapping s.guest [substance]: only in the database
-- plan
DROP USER MAPPING FOR "guest" SERVER "s";
DROP ROLE "guest";
-- down
CREATE ROLE "guest";
CREATE USER MAPPING FOR "guest" SERVER "s";
