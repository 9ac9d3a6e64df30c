-- The columns of a rebuilt type pass through text, whatever else changes.
-- before
create type e as enum ('b', 'a');
create table t (x e, y e) with (fillfactor=70);
-- after
create type e as enum ('a', 'b');
create table t (x e, y e);
-- changes
-- alter enum public.e [form]: order of values: b, a → a, b
-- alter table public.t [substance]: options: (fillfactor=70) → none
-- plan
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE text;
ALTER TABLE "t" ALTER COLUMN "y" SET DATA TYPE text;
DROP TYPE "public"."e";
CREATE TYPE "public"."e" AS ENUM('a', 'b');
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE "public"."e" USING "x"::"public"."e";
ALTER TABLE "t" ALTER COLUMN "y" SET DATA TYPE "public"."e" USING "y"::"public"."e";
ALTER TABLE "t" RESET (fillfactor);
-- down
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE text;
ALTER TABLE "t" ALTER COLUMN "y" SET DATA TYPE text;
DROP TYPE "public"."e";
CREATE TYPE "public"."e" AS ENUM('b', 'a');
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE "public"."e" USING "x"::"public"."e";
ALTER TABLE "t" ALTER COLUMN "y" SET DATA TYPE "public"."e" USING "y"::"public"."e";
ALTER TABLE "t" SET (fillfactor=70);
