-- before
create type e as enum ('a', 'b');
create table t (v e);
create policy p on t using (v = 'a');
-- after
create type e as enum ('a');
create table t (v e);
create policy p on t using (v = 'a');
-- changes
-- alter enum public.e [substance]: values: - 'b'
-- plan
DROP POLICY "p" ON "t";
ALTER TABLE "t" ALTER COLUMN "v" SET DATA TYPE text;
DROP TYPE "public"."e";
CREATE TYPE "public"."e" AS ENUM('a');
ALTER TABLE "t" ALTER COLUMN "v" SET DATA TYPE "public"."e" USING "v"::"public"."e";
CREATE POLICY "p" ON "t" AS PERMISSIVE FOR ALL TO public USING (v = 'a'::e);
-- down
ALTER TYPE "public"."e" ADD VALUE 'b';
