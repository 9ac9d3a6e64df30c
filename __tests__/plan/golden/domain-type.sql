-- before
create domain d as varchar(20) default 'a' constraint filled check (value <> '');
create table t (x d not null default 'b', y d[], z int);
create index i on t (x);
create view v as select x from t;
-- after
create domain d as text default 'a' constraint filled check (value <> '');
create table t (x d not null default 'b', y d[], z int);
create index i on t (x);
create view v as select x from t;
-- changes
-- alter domain public.d [substance]: checks: + filled (VALUE <> ''::text), - filled ((VALUE)::text <> ''::text); default: 'a'::character varying → 'a'::text; type: character varying(20) → text
-- alter column public.t.x [substance]: default: 'b'::character varying → 'b'::text
-- plan
DROP VIEW "v";
ALTER TABLE "t" ALTER COLUMN "x" DROP DEFAULT;
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE text;
ALTER TABLE "t" ALTER COLUMN "y" SET DATA TYPE text[];
DROP DOMAIN "public"."d";
CREATE DOMAIN "public"."d" AS text DEFAULT 'a' CONSTRAINT "filled" CHECK (VALUE <> ''::text);
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE "public"."d" USING "x"::"public"."d";
ALTER TABLE "t" ALTER COLUMN "y" SET DATA TYPE "public"."d"[] USING "y"::"public"."d"[];
ALTER TABLE "t" ALTER COLUMN "x" SET DEFAULT 'b'::text;
CREATE VIEW "v" AS SELECT x
   FROM t;
-- down
DROP VIEW "v";
ALTER TABLE "t" ALTER COLUMN "x" DROP DEFAULT;
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE text;
ALTER TABLE "t" ALTER COLUMN "y" SET DATA TYPE text[];
DROP DOMAIN "public"."d";
CREATE DOMAIN "public"."d" AS varchar(20) DEFAULT 'a' CONSTRAINT "filled" CHECK ((VALUE)::text <> ''::text);
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE "public"."d" USING "x"::"public"."d";
ALTER TABLE "t" ALTER COLUMN "y" SET DATA TYPE "public"."d"[] USING "y"::"public"."d"[];
ALTER TABLE "t" ALTER COLUMN "x" SET DEFAULT 'b'::character varying;
CREATE VIEW "v" AS SELECT x
   FROM t;
