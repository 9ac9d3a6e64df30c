-- before
create materialized view v as select 1 as a;
-- after
create materialized view v as select 1 as a;
comment on materialized view v is 'kept';
comment on column v.a is 'a column';
-- changes
-- create comment public.v [form]: only in the models
-- create comment public.v.a [form]: only in the models
-- plan
COMMENT ON MATERIALIZED VIEW "v" IS 'kept';
COMMENT ON COLUMN "v"."a" IS 'a column';
-- down
COMMENT ON MATERIALIZED VIEW "v" IS NULL;
COMMENT ON COLUMN "v"."a" IS NULL;
