-- before
select 1;
-- after
create publication p;
-- changes
-- create publication p [substance]: only in the models
-- plan
CREATE PUBLICATION "p";
-- down
DROP PUBLICATION "p";
