-- before
create type e as enum ('a', 'b');
revoke usage on type e from public;
grant usage on type e to app_user;
create table t (v e);
-- after
create type e as enum ('a');
revoke usage on type e from public;
grant usage on type e to app_user;
create table t (v e);
-- changes
-- alter enum public.e [substance]: values: - 'b'
-- plan
ALTER TABLE "t" ALTER COLUMN "v" SET DATA TYPE text;
DROP TYPE "public"."e";
CREATE TYPE "public"."e" AS ENUM('a');
ALTER TABLE "t" ALTER COLUMN "v" SET DATA TYPE "public"."e" USING "v"::"public"."e";
GRANT USAGE ON TYPE "public"."e" TO "app_user";
REVOKE USAGE ON TYPE "public"."e" FROM PUBLIC;
-- down
ALTER TYPE "public"."e" ADD VALUE 'b';
