-- before
create role guest login in role app_user;
-- after
select 1;
-- changes
-- drop role guest [substance]: only in the database
-- plan
DROP ROLE "guest";
-- down
CREATE ROLE "guest" LOGIN;
GRANT "app_user" TO "guest";
