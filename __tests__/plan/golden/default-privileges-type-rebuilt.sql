-- before
create type e as enum ('a', 'b');
alter default privileges revoke usage on types from public;
-- after
create type e as enum ('a');
alter default privileges revoke usage on types from public;
-- changes
-- alter enum public.e [substance]: values: - 'b'
-- plan
DROP TYPE "public"."e";
CREATE TYPE "public"."e" AS ENUM('a');
GRANT USAGE ON TYPE "public"."e" TO PUBLIC;
-- down
ALTER TYPE "public"."e" ADD VALUE 'b';
