-- before
create table t (a int);
-- after
create table t (a int);
comment on column t.a is 'a column';
-- changes
-- create comment public.t.a [form]: only in the models
-- plan
COMMENT ON COLUMN "t"."a" IS 'a column';
-- down
COMMENT ON COLUMN "t"."a" IS NULL;
