-- before
create type e as enum ('a');
-- after
create type e as enum ('a');
grant usage on type e to app_user;
-- changes
-- create grant enum public.e to app_user [substance]: only in the models
-- plan
GRANT USAGE ON TYPE "public"."e" TO "app_user";
-- down
REVOKE USAGE ON TYPE "public"."e" FROM "app_user";
