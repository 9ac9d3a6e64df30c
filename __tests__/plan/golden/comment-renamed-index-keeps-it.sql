-- before
create table t (a int);
create index old on t (a);
comment on index old is 'kept';
-- after
create table t (a int);
create index new on t (a);
comment on index new is 'kept';
-- changes
-- create comment index public.t.new [form]: only in the models
-- drop comment index public.t.old [form]: only in the database
-- rename index public.t.new [form]: the same under another name: old → new
-- plan
COMMENT ON INDEX "old" IS NULL;
ALTER INDEX "old" RENAME TO "new";
COMMENT ON INDEX "new" IS 'kept';
-- down
COMMENT ON INDEX "new" IS NULL;
ALTER INDEX "new" RENAME TO "old";
COMMENT ON INDEX "old" IS 'kept';
