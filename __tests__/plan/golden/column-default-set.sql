-- before
create table a (v text, n int default 1, t timestamptz default now());
-- after
create table a (v text default 'it''s', n int default 2, t timestamptz);
-- changes
-- alter column public.a.n [substance]: default: 1 → 2
-- alter column public.a.t [substance]: default: now() → none
-- alter column public.a.v [substance]: default: none → 'it''s'::text
-- plan
ALTER TABLE "a" ALTER COLUMN "n" SET DEFAULT 2;
ALTER TABLE "a" ALTER COLUMN "t" DROP DEFAULT;
ALTER TABLE "a" ALTER COLUMN "v" SET DEFAULT 'it''s';
-- down
ALTER TABLE "a" ALTER COLUMN "n" SET DEFAULT 1;
ALTER TABLE "a" ALTER COLUMN "t" SET DEFAULT now();
ALTER TABLE "a" ALTER COLUMN "v" DROP DEFAULT;
