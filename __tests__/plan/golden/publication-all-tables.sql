-- before
select 1;
-- after
create publication p for all tables;
-- changes
-- create publication p [substance]: only in the models
-- plan
CREATE PUBLICATION "p" FOR ALL TABLES;
-- down
DROP PUBLICATION "p";
