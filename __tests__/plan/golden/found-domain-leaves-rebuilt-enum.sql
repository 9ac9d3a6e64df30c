-- Types go in the order of what they were built on, and come in that of what they are built on.
-- before
create type e as enum ('a', 'b');
create type f as enum ('a');
create domain d as e;
-- after
create type e as enum ('b');
create type f as enum ('a');
create domain d as f;
-- changes
-- alter domain public.d [substance]: type: e → f
-- alter enum public.e [substance]: values: - 'a'
-- plan
DROP DOMAIN "public"."d";
DROP TYPE "public"."e";
CREATE DOMAIN "public"."d" AS f;
CREATE TYPE "public"."e" AS ENUM('b');
-- down
ALTER TYPE "public"."e" ADD VALUE 'a' BEFORE 'b';
DROP DOMAIN "public"."d";
CREATE DOMAIN "public"."d" AS e;
