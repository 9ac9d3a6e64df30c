-- The policy lets go of a column before that goes, and takes the other one after its type was made anew.
-- before
create type e as enum ('a', 'b');
create table t (x e, y e);
create policy p on t using (x is not null);
-- after
create type e as enum ('b');
create table t (y e);
create policy p on t using (y is not null);
-- changes
-- alter enum public.e [substance]: values: - 'a'
-- alter policy public.t.p [substance]: using: (x IS NOT NULL) → (y IS NOT NULL)
-- drop column public.t.x [substance]: only in the database
-- plan
DROP POLICY "p" ON "t";
ALTER TABLE "t" DROP COLUMN "x";
ALTER TABLE "t" ALTER COLUMN "y" SET DATA TYPE text;
DROP TYPE "public"."e";
CREATE TYPE "public"."e" AS ENUM('b');
ALTER TABLE "t" ALTER COLUMN "y" SET DATA TYPE "public"."e" USING "y"::"public"."e";
CREATE POLICY "p" ON "t" AS PERMISSIVE FOR ALL TO public USING (y IS NOT NULL);
-- down
ALTER TYPE "public"."e" ADD VALUE 'a' BEFORE 'b';
ALTER TABLE "t" ADD COLUMN "x" e;
ALTER POLICY "p" ON "t" USING (x IS NOT NULL);
-- irreversible
-- dropping column public.t.x loses its values
