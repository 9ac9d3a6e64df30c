-- before
create domain d as text constraint filled check (value <> '');
create type comp as (a int, b text);
create type ra as range (subtype = float8);
create collation coll from "C";
-- after
create domain d as text constraint filled check (value <> '');
create type comp as (a int, b text);
create type ra as range (subtype = float8);
create collation coll from "C";
comment on domain d is 'a domain';
comment on type comp is 'a composite type';
comment on column comp.b is 'an attribute';
comment on type ra is 'a range';
comment on collation coll is 'a collation';
-- changes
-- create comment collation public.coll [form]: only in the models
-- create comment composite type public.comp [form]: only in the models
-- create comment composite type public.comp.b [form]: only in the models
-- create comment domain public.d [form]: only in the models
-- create comment range type public.ra [form]: only in the models
-- plan
COMMENT ON COLLATION "public"."coll" IS 'a collation';
COMMENT ON TYPE "public"."comp" IS 'a composite type';
COMMENT ON COLUMN "comp"."b" IS 'an attribute';
COMMENT ON DOMAIN "public"."d" IS 'a domain';
COMMENT ON TYPE "public"."ra" IS 'a range';
-- down
COMMENT ON COLLATION "public"."coll" IS NULL;
COMMENT ON TYPE "public"."comp" IS NULL;
COMMENT ON COLUMN "comp"."b" IS NULL;
COMMENT ON DOMAIN "public"."d" IS NULL;
COMMENT ON TYPE "public"."ra" IS NULL;
