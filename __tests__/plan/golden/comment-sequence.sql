-- before
create sequence s;
-- after
create sequence s;
comment on sequence s is 'numbers';
-- changes
-- create comment sequence public.s [form]: only in the models
-- plan
COMMENT ON SEQUENCE "public"."s" IS 'numbers';
-- down
COMMENT ON SEQUENCE "public"."s" IS NULL;
