-- before
create domain d as int check (value > 0);
create table t (x int, y d);
-- after
create domain d as int check (value > 0);
create table t (x d, y int);
-- changes
-- alter column public.t.x [substance]: type: integer → d
-- alter column public.t.y [substance]: type: d → integer
-- plan
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE d USING "x"::text::d;
ALTER TABLE "t" ALTER COLUMN "y" SET DATA TYPE integer USING "y"::text::integer;
-- down
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE integer USING "x"::text::integer;
ALTER TABLE "t" ALTER COLUMN "y" SET DATA TYPE d USING "y"::text::d;
-- irreversible
-- changing the type of column public.t.x from integer to d may not keep every value as it was
-- changing the type of column public.t.y from d to integer may not keep every value as it was
