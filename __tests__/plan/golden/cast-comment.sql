-- before
create cast (timestamptz as bigint) without function;
-- after
create cast (timestamptz as bigint) without function;
comment on cast (timestamptz as bigint) is 'as it is';
-- changes
-- create comment cast timestamp with time zone AS bigint [form]: only in the models
-- plan
COMMENT ON CAST (timestamp with time zone AS bigint) IS 'as it is';
-- down
COMMENT ON CAST (timestamp with time zone AS bigint) IS NULL;
