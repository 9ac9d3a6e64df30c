-- The constraint goes with the column that is made anew, and comes back under its new name.
-- before
create table t (x integer, y integer generated always as (x + 1) stored);
alter table t add constraint old unique (y);
-- after
create table t (x integer, y integer generated always as (x + 2) stored);
alter table t add constraint new unique (y);
-- changes
-- rename unique public.t.new [form]: the same under another name: old → new
-- alter column public.t.y [substance]: generated: (x + 1) → (x + 2)
-- plan
ALTER TABLE "t" DROP CONSTRAINT "old";
ALTER TABLE "t" DROP COLUMN "y";
ALTER TABLE "t" ADD COLUMN "y" integer GENERATED ALWAYS AS (x + 2) STORED;
ALTER TABLE "t" ADD CONSTRAINT "new" UNIQUE("y");
-- down
ALTER TABLE "t" DROP CONSTRAINT "new";
ALTER TABLE "t" DROP COLUMN "y";
ALTER TABLE "t" ADD COLUMN "y" integer GENERATED ALWAYS AS (x + 1) STORED;
ALTER TABLE "t" ADD CONSTRAINT "old" UNIQUE("y");
