-- before
create table t (a int, b int);
comment on column t.a is 'the one';
-- after
create table t (a int, b int);
comment on column t.b is 'the one';
-- changes
-- drop comment public.t.a [form]: only in the database
-- create comment public.t.b [form]: only in the models
-- plan
COMMENT ON COLUMN "t"."a" IS NULL;
COMMENT ON COLUMN "t"."b" IS 'the one';
-- down
COMMENT ON COLUMN "t"."b" IS NULL;
COMMENT ON COLUMN "t"."a" IS 'the one';
