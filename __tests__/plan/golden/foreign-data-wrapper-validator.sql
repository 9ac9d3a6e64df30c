-- before
create foreign data wrapper w;
-- after
create foreign data wrapper w validator postgresql_fdw_validator;
-- changes
-- alter foreign data wrapper w [substance]: validator: none → postgresql_fdw_validator
-- plan
ALTER FOREIGN DATA WRAPPER "w" VALIDATOR postgresql_fdw_validator;
-- down
ALTER FOREIGN DATA WRAPPER "w" NO VALIDATOR;
