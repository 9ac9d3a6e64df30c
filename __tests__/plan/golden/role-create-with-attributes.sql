-- before
select 1;
-- after
create role "A guest" login connection limit 3;
-- changes
-- create role "A guest" [substance]: only in the models
-- plan
CREATE ROLE "A guest" LOGIN CONNECTION LIMIT 3;
-- down
DROP ROLE "A guest";
