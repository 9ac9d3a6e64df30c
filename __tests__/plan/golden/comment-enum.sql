-- before
create type e as enum ('a');
-- after
create type e as enum ('a');
comment on type e is 'choices';
-- changes
-- create comment enum public.e [form]: only in the models
-- plan
COMMENT ON TYPE "public"."e" IS 'choices';
-- down
COMMENT ON TYPE "public"."e" IS NULL;
