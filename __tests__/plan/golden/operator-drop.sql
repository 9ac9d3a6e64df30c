-- before
create operator ## (function = int4abs, rightarg = int);
-- after

-- changes
-- drop operator public.##(NONE, integer) [substance]: only in the database
-- plan
DROP OPERATOR "public".## (NONE, integer);
-- down
CREATE OPERATOR "public".## (FUNCTION = pg_catalog.int4abs, RIGHTARG = integer);
