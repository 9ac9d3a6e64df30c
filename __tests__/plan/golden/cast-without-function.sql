-- before

-- after
create cast (timestamptz as bigint) without function;
-- changes
-- create cast timestamp with time zone AS bigint [substance]: only in the models
-- plan
CREATE CAST (timestamp with time zone AS bigint) WITHOUT FUNCTION;
-- down
DROP CAST (timestamp with time zone AS bigint);
