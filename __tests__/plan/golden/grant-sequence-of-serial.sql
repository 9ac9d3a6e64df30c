-- before
create table t (id serial);
-- after
create table t (id serial);
grant usage, select on sequence t_id_seq to app_user;
comment on sequence t_id_seq is 'numbers';
-- changes
-- create comment sequence public.t_id_seq [form]: only in the models
-- create grant sequence public.t_id_seq to app_user [substance]: only in the models
-- plan
GRANT SELECT, USAGE ON SEQUENCE "public"."t_id_seq" TO "app_user";
COMMENT ON SEQUENCE "public"."t_id_seq" IS 'numbers';
-- down
COMMENT ON SEQUENCE "public"."t_id_seq" IS NULL;
REVOKE SELECT, USAGE ON SEQUENCE "public"."t_id_seq" FROM "app_user";
