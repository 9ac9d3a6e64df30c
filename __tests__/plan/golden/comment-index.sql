-- before
create table t (a int);
create index i on t (a);
-- after
create table t (a int);
create index i on t (a);
comment on index i is 'an index';
-- changes
-- create comment index public.t.i [form]: only in the models
-- plan
COMMENT ON INDEX "i" IS 'an index';
-- down
COMMENT ON INDEX "i" IS NULL;
