-- before
select 1;
-- after
comment on schema public is 'all of it';
-- changes
-- create comment schema public [form]: only in the models
-- plan
COMMENT ON SCHEMA "public" IS 'all of it';
-- down
COMMENT ON SCHEMA "public" IS NULL;
