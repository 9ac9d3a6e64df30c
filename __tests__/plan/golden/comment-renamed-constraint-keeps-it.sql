-- before
create table t (a int constraint old unique);
comment on constraint old on t is 'kept';
-- after
create table t (a int constraint new unique);
comment on constraint new on t is 'kept';
-- changes
-- rename unique public.t.new [form]: the same under another name: old → new
-- create comment unique public.t.new [form]: only in the models
-- drop comment unique public.t.old [form]: only in the database
-- plan
COMMENT ON CONSTRAINT "old" ON "t" IS NULL;
ALTER TABLE "t" RENAME CONSTRAINT "old" TO "new";
COMMENT ON CONSTRAINT "new" ON "t" IS 'kept';
-- down
COMMENT ON CONSTRAINT "new" ON "t" IS NULL;
ALTER TABLE "t" RENAME CONSTRAINT "new" TO "old";
COMMENT ON CONSTRAINT "old" ON "t" IS 'kept';
