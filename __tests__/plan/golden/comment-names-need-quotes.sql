-- before
create schema "My App";
create table "My App"."Über ""t""" ("a.b" int);
-- after
create schema "My App";
create table "My App"."Über ""t""" ("a.b" int);
comment on schema "My App" is E'back\\slash and\nline';
comment on table "My App"."Über ""t""" is '$$';
comment on column "My App"."Über ""t"""."a.b" is 'dots';
-- changes
-- create comment "My App"."Über ""t""" [form]: only in the models
-- create comment "My App"."Über ""t"""."a.b" [form]: only in the models
-- create comment schema "My App" [form]: only in the models
-- plan
COMMENT ON TABLE "My App"."Über ""t""" IS '$$';
COMMENT ON COLUMN "My App"."Über ""t"""."a.b" IS 'dots';
COMMENT ON SCHEMA "My App" IS 'back\slash and
line';
-- down
COMMENT ON TABLE "My App"."Über ""t""" IS NULL;
COMMENT ON COLUMN "My App"."Über ""t"""."a.b" IS NULL;
COMMENT ON SCHEMA "My App" IS NULL;
