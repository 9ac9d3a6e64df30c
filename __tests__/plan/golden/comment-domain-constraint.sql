-- before
create domain d as text constraint filled check (value <> '');
-- after
create domain d as text constraint filled check (value <> '');
comment on constraint filled on domain d is 'not empty';
-- changes
-- create comment domain public.d.filled [form]: only in the models
-- plan
COMMENT ON CONSTRAINT "filled" ON DOMAIN "public"."d" IS 'not empty';
-- down
COMMENT ON CONSTRAINT "filled" ON DOMAIN "public"."d" IS NULL;
