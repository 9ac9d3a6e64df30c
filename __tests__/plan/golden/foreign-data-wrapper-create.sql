-- before
select 1;
-- after
create foreign data wrapper w options (debug 'true');
comment on foreign data wrapper w is 'a wrapper';
-- changes
-- create comment foreign data wrapper w [form]: only in the models
-- create foreign data wrapper w [substance]: only in the models
-- plan
CREATE FOREIGN DATA WRAPPER "w" OPTIONS ("debug" 'true');
COMMENT ON FOREIGN DATA WRAPPER "w" IS 'a wrapper';
-- down
DROP FOREIGN DATA WRAPPER "w";
