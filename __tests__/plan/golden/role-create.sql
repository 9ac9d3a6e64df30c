-- before

-- after
create role reporting;
-- changes
-- create role reporting [substance]: only in the models
-- plan
CREATE ROLE "reporting";
-- down
DROP ROLE "reporting";
