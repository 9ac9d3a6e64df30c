-- before
create table t (a int) partition by list (a);
create table t1 partition of t for values in (1);
-- after
create table t (a int) partition by list (a);
create table t1 partition of t for values in (1);
comment on table t1 is 'a partition';
comment on column t1.a is 'its column';
-- changes
-- create comment public.t1 [form]: only in the models
-- create comment public.t1.a [form]: only in the models
-- plan
COMMENT ON TABLE "t1" IS 'a partition';
COMMENT ON COLUMN "t1"."a" IS 'its column';
-- down
COMMENT ON TABLE "t1" IS NULL;
COMMENT ON COLUMN "t1"."a" IS NULL;
