-- before
create table t (a int);
-- after
create table t (a int);
comment on table t is 'what it''s for';
-- changes
-- create comment public.t [form]: only in the models
-- plan
COMMENT ON TABLE "t" IS 'what it''s for';
-- down
COMMENT ON TABLE "t" IS NULL;
