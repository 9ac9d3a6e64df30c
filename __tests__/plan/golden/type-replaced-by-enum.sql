-- before
create domain d as integer check (value > 0);
create table t (a d not null default 5, b d[], c int);
create index i on t (a);
create view v as select a, c from t;
create function f(x d) returns d language sql immutable as $$ select x $$;
-- after
create type d as enum ('5', '6');
create table t (a d not null default '5', b d[], c int);
create index i on t (a);
create view v as select a, c from t;
create function f(x d) returns d language sql immutable as $$ select x $$;
-- changes
-- drop domain public.d [substance]: only in the database
-- create enum public.d [substance]: only in the models
-- alter column public.t.a [substance]: default: 5 → '5'::d
-- plan
DROP FUNCTION "public"."f"(d);
DROP VIEW "v";
ALTER TABLE "t" ALTER COLUMN "a" DROP DEFAULT;
ALTER TABLE "t" ALTER COLUMN "a" SET DATA TYPE text;
ALTER TABLE "t" ALTER COLUMN "b" SET DATA TYPE text[] USING "b"::text[];
DROP DOMAIN "public"."d";
CREATE TYPE "public"."d" AS ENUM('5', '6');
ALTER TABLE "t" ALTER COLUMN "a" SET DATA TYPE d USING "a"::d;
ALTER TABLE "t" ALTER COLUMN "a" SET DEFAULT '5';
ALTER TABLE "t" ALTER COLUMN "b" SET DATA TYPE d[] USING "b"::text[]::d[];
CREATE VIEW "v" AS SELECT a,
    c
   FROM t;
CREATE FUNCTION "public"."f"(x d) RETURNS d LANGUAGE sql IMMUTABLE AS $function$ select x $function$;
-- down
DROP FUNCTION "public"."f"(d);
DROP VIEW "v";
ALTER TABLE "t" ALTER COLUMN "a" DROP DEFAULT;
ALTER TABLE "t" ALTER COLUMN "a" SET DATA TYPE text;
ALTER TABLE "t" ALTER COLUMN "b" SET DATA TYPE text[] USING "b"::text[];
DROP TYPE "public"."d";
CREATE DOMAIN "public"."d" AS integer CONSTRAINT "d_check" CHECK (VALUE > 0);
ALTER TABLE "t" ALTER COLUMN "a" SET DATA TYPE d USING "a"::d;
ALTER TABLE "t" ALTER COLUMN "a" SET DEFAULT 5;
ALTER TABLE "t" ALTER COLUMN "b" SET DATA TYPE d[] USING "b"::text[]::d[];
CREATE VIEW "v" AS SELECT a,
    c
   FROM t;
CREATE FUNCTION "public"."f"(x d) RETURNS d LANGUAGE sql IMMUTABLE AS $function$ select x $function$;
