-- before
create table t (r int4range, constraint apart exclude using gist (r with &&));
-- after
create table t (r int4range, constraint apart exclude using gist (r with &&));
comment on constraint apart on t is 'no overlaps';
-- changes
-- create comment exclusion public.t.apart [form]: only in the models
-- plan
COMMENT ON CONSTRAINT "apart" ON "t" IS 'no overlaps';
-- down
COMMENT ON CONSTRAINT "apart" ON "t" IS NULL;
