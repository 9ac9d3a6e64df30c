-- before
create type e as enum ('a', 'b');
create type c as (x e, y int);
create type cc as (z c[]);
create table t (p c, q cc);
-- after
create type e as enum ('b', 'a');
create type c as (x e, y int);
create type cc as (z c[]);
create table t (p c, q cc);
-- changes
-- alter enum public.e [form]: order of values: a, b → b, a
-- plan
ALTER TABLE "t" ALTER COLUMN "p" SET DATA TYPE text;
ALTER TABLE "t" ALTER COLUMN "q" SET DATA TYPE text;
DROP TYPE "public"."cc";
DROP TYPE "public"."c";
DROP TYPE "public"."e";
CREATE TYPE "public"."e" AS ENUM('b', 'a');
CREATE TYPE "public"."c" AS ("x" e, "y" integer);
CREATE TYPE "public"."cc" AS ("z" c[]);
ALTER TABLE "t" ALTER COLUMN "p" SET DATA TYPE "public"."c" USING "p"::"public"."c";
ALTER TABLE "t" ALTER COLUMN "q" SET DATA TYPE "public"."cc" USING "q"::"public"."cc";
-- down
ALTER TABLE "t" ALTER COLUMN "p" SET DATA TYPE text;
ALTER TABLE "t" ALTER COLUMN "q" SET DATA TYPE text;
DROP TYPE "public"."cc";
DROP TYPE "public"."c";
DROP TYPE "public"."e";
CREATE TYPE "public"."e" AS ENUM('a', 'b');
CREATE TYPE "public"."c" AS ("x" e, "y" integer);
CREATE TYPE "public"."cc" AS ("z" c[]);
ALTER TABLE "t" ALTER COLUMN "p" SET DATA TYPE "public"."c" USING "p"::"public"."c";
ALTER TABLE "t" ALTER COLUMN "q" SET DATA TYPE "public"."cc" USING "q"::"public"."cc";
