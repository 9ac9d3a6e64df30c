-- before
create extension citext;
-- after
create extension citext;
comment on extension citext is 'ours';
comment on function citextin(cstring) is 'left alone';
grant execute on function citextin(cstring) to app_user;
-- changes
-- create comment extension citext [form]: only in the models
-- plan
COMMENT ON EXTENSION "citext" IS 'ours';
-- down
COMMENT ON EXTENSION "citext" IS NULL;
