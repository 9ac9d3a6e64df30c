-- before
select 1;
-- after
create role a_guest;
create role guests;
grant guests to a_guest;
-- changes
-- create role a_guest [substance]: only in the models
-- create role guests [substance]: only in the models
-- plan
CREATE ROLE "guests";
CREATE ROLE "a_guest";
GRANT "guests" TO "a_guest";
-- down
DROP ROLE "a_guest";
DROP ROLE "guests";
