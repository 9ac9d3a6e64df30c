-- before
create table a (x int, y text);
create view v as select x, y from a;
alter view v alter x set default 7;
alter view v alter y set default 'a';
-- after
create table a (x int, y text);
create view v as select x, y from a;
alter view v alter x set default 8;
-- changes
-- alter view public.v [substance]: defaults: x = 7, y = 'a'::text → x = 8
-- plan
ALTER VIEW "v" ALTER COLUMN "y" DROP DEFAULT;
ALTER VIEW "v" ALTER COLUMN "x" SET DEFAULT 8;
-- down
ALTER VIEW "v" ALTER COLUMN "x" SET DEFAULT 7;
ALTER VIEW "v" ALTER COLUMN "y" SET DEFAULT 'a'::text;
