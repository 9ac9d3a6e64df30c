-- Names that Postgres quotes and that are plain otherwise: a dollar sign, a reserved word.
-- before
create type e$1 as enum ('a', 'b');
create type "order" as enum ('a', 'b');
create table t (x e$1, y "order"[]);
create table t$1 (id serial);
-- after
create type e$1 as enum ('b', 'a');
create type "order" as enum ('b', 'a');
create table t (x e$1, y "order"[]);
create table t$1 (id bigserial);
-- changes
-- alter enum public.e$1 [form]: order of values: a, b → b, a
-- alter enum public.order [form]: order of values: a, b → b, a
-- alter column public.t$1.id [substance]: type: integer → bigint
-- alter sequence public.t$1_id_seq [substance]: max: 2147483647 → 9223372036854775807; type: integer → bigint
-- plan
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE text;
DROP TYPE "public"."e$1";
CREATE TYPE "public"."e$1" AS ENUM('b', 'a');
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE "public"."e$1" USING "x"::"public"."e$1";
ALTER TABLE "t" ALTER COLUMN "y" SET DATA TYPE text[];
DROP TYPE "public"."order";
CREATE TYPE "public"."order" AS ENUM('b', 'a');
ALTER TABLE "t" ALTER COLUMN "y" SET DATA TYPE "public"."order"[] USING "y"::"public"."order"[];
ALTER SEQUENCE "public"."t$1_id_seq" AS bigint MAXVALUE 9223372036854775807;
ALTER TABLE "t$1" ALTER COLUMN "id" DROP DEFAULT;
ALTER TABLE "t$1" ALTER COLUMN "id" SET DATA TYPE bigint;
ALTER TABLE "t$1" ALTER COLUMN "id" SET DEFAULT nextval('"t$1_id_seq"'::regclass);
-- down
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE text;
DROP TYPE "public"."e$1";
CREATE TYPE "public"."e$1" AS ENUM('a', 'b');
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE "public"."e$1" USING "x"::"public"."e$1";
ALTER TABLE "t" ALTER COLUMN "y" SET DATA TYPE text[];
DROP TYPE "public"."order";
CREATE TYPE "public"."order" AS ENUM('a', 'b');
ALTER TABLE "t" ALTER COLUMN "y" SET DATA TYPE "public"."order"[] USING "y"::"public"."order"[];
ALTER SEQUENCE "public"."t$1_id_seq" AS integer MAXVALUE 2147483647;
ALTER TABLE "t$1" ALTER COLUMN "id" DROP DEFAULT;
ALTER TABLE "t$1" ALTER COLUMN "id" SET DATA TYPE integer;
ALTER TABLE "t$1" ALTER COLUMN "id" SET DEFAULT nextval('"t$1_id_seq"'::regclass);
