-- before
create table t (a int);
comment on table t is 'gone';
-- after
create table t (a int);
-- changes
-- drop comment public.t [form]: only in the database
-- plan
COMMENT ON TABLE "t" IS NULL;
-- down
COMMENT ON TABLE "t" IS 'gone';
