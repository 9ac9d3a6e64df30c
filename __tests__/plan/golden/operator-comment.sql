-- before
create operator ## (function = int4abs, rightarg = int);
-- after
create operator ## (function = int4abs, rightarg = int);
comment on operator ##(none, int) is 'absolute';
-- changes
-- create comment operator public.##(NONE, integer) [form]: only in the models
-- plan
COMMENT ON OPERATOR "public".## (NONE, integer) IS 'absolute';
-- down
COMMENT ON OPERATOR "public".## (NONE, integer) IS NULL;
