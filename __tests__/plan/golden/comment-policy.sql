-- before
create table t (a int);
create policy p on t;
-- after
create table t (a int);
create policy p on t;
comment on policy p on t is 'a policy';
-- changes
-- create comment policy public.t.p [form]: only in the models
-- plan
COMMENT ON POLICY "p" ON "t" IS 'a policy';
-- down
COMMENT ON POLICY "p" ON "t" IS NULL;
