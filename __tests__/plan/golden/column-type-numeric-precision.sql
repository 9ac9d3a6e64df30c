-- before
create table a (v numeric(10, 2));
-- after
create table a (v numeric(12, 4));
-- changes
-- alter column public.a.v [substance]: type: numeric(10,2) → numeric(12,4)
-- plan
ALTER TABLE "a" ALTER COLUMN "v" SET DATA TYPE numeric(12,4);
-- down
ALTER TABLE "a" ALTER COLUMN "v" SET DATA TYPE numeric(10,2);
