-- before
create table t (a int);
comment on table t is 'old';
-- after
create table t (a int);
comment on table t is 'new';
-- changes
-- alter comment public.t [form]: text: old → new
-- plan
COMMENT ON TABLE "t" IS 'new';
-- down
COMMENT ON TABLE "t" IS 'old';
