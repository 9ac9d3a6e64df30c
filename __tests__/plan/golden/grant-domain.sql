-- before
create domain d as text;
create type comp as (a int);
-- after
create domain d as text;
create type comp as (a int);
revoke usage on domain d from public;
grant usage on type comp to app_user;
-- changes
-- create grant composite type public.comp to app_user [substance]: only in the models
-- create grant domain public.d to PUBLIC [substance]: only in the models
-- plan
GRANT USAGE ON TYPE "public"."comp" TO "app_user";
REVOKE USAGE ON DOMAIN "public"."d" FROM PUBLIC;
-- down
REVOKE USAGE ON TYPE "public"."comp" FROM "app_user";
GRANT USAGE ON DOMAIN "public"."d" TO PUBLIC;
