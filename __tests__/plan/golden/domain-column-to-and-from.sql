-- before
create domain d as int check (value > 0);
create domain dd as d;
create domain words as text;
create table t (x int, y d, z dd, u text, v words, w int);
-- after
create domain d as int check (value > 0);
create domain dd as d;
create domain words as text;
create table t (x d, y int, z bigint, u words, v text, w words);
-- changes
-- alter column public.t.u [substance]: type: text → words
-- alter column public.t.v [substance]: type: words → text
-- alter column public.t.w [substance]: type: integer → words
-- alter column public.t.x [substance]: type: integer → d
-- alter column public.t.y [substance]: type: d → integer
-- alter column public.t.z [substance]: type: dd → bigint
-- plan
ALTER TABLE "t" ALTER COLUMN "u" SET DATA TYPE words;
ALTER TABLE "t" ALTER COLUMN "v" SET DATA TYPE text;
ALTER TABLE "t" ALTER COLUMN "w" SET DATA TYPE words;
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE d;
ALTER TABLE "t" ALTER COLUMN "y" SET DATA TYPE integer;
ALTER TABLE "t" ALTER COLUMN "z" SET DATA TYPE bigint;
-- down
ALTER TABLE "t" ALTER COLUMN "u" SET DATA TYPE text;
ALTER TABLE "t" ALTER COLUMN "v" SET DATA TYPE words;
ALTER TABLE "t" ALTER COLUMN "w" SET DATA TYPE integer USING "w"::integer;
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE integer;
ALTER TABLE "t" ALTER COLUMN "y" SET DATA TYPE d;
ALTER TABLE "t" ALTER COLUMN "z" SET DATA TYPE dd;
-- irreversible
-- changing the type of column public.t.u from text to words may not keep every value as it was
-- changing the type of column public.t.v from words to text may not keep every value as it was
-- changing the type of column public.t.w from integer to words may not keep every value as it was
-- changing the type of column public.t.x from integer to d may not keep every value as it was
-- changing the type of column public.t.y from d to integer may not keep every value as it was
-- changing the type of column public.t.z from dd to bigint may not keep every value as it was
