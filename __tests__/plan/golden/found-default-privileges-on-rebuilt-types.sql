-- All types that are made anew together come with the grants of default privileges.
-- before
create type e as enum ('a', 'b');
create domain d as e;
alter default privileges in schema public grant usage on types to app_user;
-- after
create type e as enum ('b', 'a');
create domain d as e;
alter default privileges in schema public grant usage on types to app_user;
-- changes
-- alter enum public.e [form]: order of values: a, b → b, a
-- plan
DROP DOMAIN "public"."d";
DROP TYPE "public"."e";
CREATE TYPE "public"."e" AS ENUM('b', 'a');
CREATE DOMAIN "public"."d" AS e;
REVOKE USAGE ON TYPE "public"."e" FROM "app_user";
REVOKE USAGE ON DOMAIN "public"."d" FROM "app_user";
-- down
DROP DOMAIN "public"."d";
DROP TYPE "public"."e";
CREATE TYPE "public"."e" AS ENUM('a', 'b');
CREATE DOMAIN "public"."d" AS e;
REVOKE USAGE ON TYPE "public"."e" FROM "app_user";
REVOKE USAGE ON DOMAIN "public"."d" FROM "app_user";
