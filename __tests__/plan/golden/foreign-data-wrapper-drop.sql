-- before
create foreign data wrapper w validator postgresql_fdw_validator;
-- after
select 1;
-- changes
-- drop foreign data wrapper w [substance]: only in the database
-- plan
DROP FOREIGN DATA WRAPPER "w";
-- down
CREATE FOREIGN DATA WRAPPER "w" VALIDATOR postgresql_fdw_validator;
