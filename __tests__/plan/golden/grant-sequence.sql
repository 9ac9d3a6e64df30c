-- before
create sequence s;
-- after
create sequence s;
grant usage on sequence s to app_user;
-- changes
-- create grant sequence public.s to app_user [substance]: only in the models
-- plan
GRANT USAGE ON SEQUENCE "public"."s" TO "app_user";
-- down
REVOKE USAGE ON SEQUENCE "public"."s" FROM "app_user";
