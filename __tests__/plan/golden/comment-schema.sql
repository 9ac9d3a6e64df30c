-- before
create schema app;
-- after
create schema app;
comment on schema app is 'an app';
-- changes
-- create comment schema app [form]: only in the models
-- plan
COMMENT ON SCHEMA "app" IS 'an app';
-- down
COMMENT ON SCHEMA "app" IS NULL;
