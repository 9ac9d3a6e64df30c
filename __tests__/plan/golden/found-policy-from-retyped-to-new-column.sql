-- The policy leans on a column whose type changes, then on one that is made anew for that.
-- before
create type e as enum ('a', 'b');
create table t (x e);
create policy p on t using (x = 'a');
comment on policy p on t is 'kept';
-- after
create table t (x integer, y integer generated always as (x + 1) stored);
create policy p on t using (y > 0);
comment on policy p on t is 'kept';
-- changes
-- drop enum public.e [substance]: only in the database
-- alter policy public.t.p [substance]: using: (x = 'a'::e) → (y > 0)
-- alter column public.t.x [substance]: type: e → integer
-- create column public.t.y [substance]: only in the models
-- plan
DROP POLICY "p" ON "t";
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE integer USING "x"::text::integer;
DROP TYPE "public"."e";
ALTER TABLE "t" ADD COLUMN "y" integer GENERATED ALWAYS AS (x + 1) STORED;
CREATE POLICY "p" ON "t" AS PERMISSIVE FOR ALL TO public USING (y > 0);
COMMENT ON POLICY "p" ON "t" IS 'kept';
-- down
DROP POLICY "p" ON "t";
ALTER TABLE "t" DROP COLUMN "y";
CREATE TYPE "public"."e" AS ENUM('a', 'b');
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE e USING "x"::text::e;
CREATE POLICY "p" ON "t" AS PERMISSIVE FOR ALL TO public USING (x = 'a'::e);
COMMENT ON POLICY "p" ON "t" IS 'kept';
-- irreversible
-- changing the type of column public.t.x from e to integer may not keep every value as it was
