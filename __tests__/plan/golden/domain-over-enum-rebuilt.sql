-- before
create type e as enum ('a', 'b', 'c');
create domain d as e default 'a' check (value <> 'c');
create domain dd as d;
create table t (x d, y dd[] default '{a}');
create view v as select x from t;
-- after
create type e as enum ('a', 'c');
create domain d as e default 'a' check (value <> 'c');
create domain dd as d;
create table t (x d, y dd[] default '{a}');
create view v as select x from t;
-- changes
-- alter enum public.e [substance]: values: - 'b'
-- plan
DROP VIEW "v";
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE text;
ALTER TABLE "t" ALTER COLUMN "y" DROP DEFAULT;
ALTER TABLE "t" ALTER COLUMN "y" SET DATA TYPE text[];
DROP DOMAIN "public"."dd";
DROP DOMAIN "public"."d";
DROP TYPE "public"."e";
CREATE TYPE "public"."e" AS ENUM('a', 'c');
CREATE DOMAIN "public"."d" AS e DEFAULT 'a' CONSTRAINT "d_check" CHECK (VALUE <> 'c'::e);
CREATE DOMAIN "public"."dd" AS d DEFAULT 'a'::e;
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE "public"."d" USING "x"::"public"."d";
ALTER TABLE "t" ALTER COLUMN "y" SET DATA TYPE "public"."dd"[] USING "y"::"public"."dd"[];
ALTER TABLE "t" ALTER COLUMN "y" SET DEFAULT '{a}'::dd[];
CREATE VIEW "v" AS SELECT x
   FROM t;
-- down
ALTER TYPE "public"."e" ADD VALUE 'b' BEFORE 'c';
