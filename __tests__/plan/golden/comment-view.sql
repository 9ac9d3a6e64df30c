-- before
create view v as select 1 as a;
-- after
create view v as select 1 as a;
comment on view v is 'a view';
comment on column v.a is 'of a view';
-- changes
-- create comment public.v [form]: only in the models
-- create comment public.v.a [form]: only in the models
-- plan
COMMENT ON VIEW "v" IS 'a view';
COMMENT ON COLUMN "v"."a" IS 'of a view';
-- down
COMMENT ON VIEW "v" IS NULL;
COMMENT ON COLUMN "v"."a" IS NULL;
