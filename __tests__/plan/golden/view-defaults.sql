-- before
create table a (x int, y text);
create view v as select x, y from a;
-- after
create table a (x int, y text);
create view v as select x, y from a;
alter view v alter x set default 7;
alter view v alter y set default 'it''s';
-- changes
-- alter view public.v [substance]: defaults: none → x = 7, y = 'it''s'::text
-- plan
ALTER VIEW "v" ALTER COLUMN "x" SET DEFAULT 7;
ALTER VIEW "v" ALTER COLUMN "y" SET DEFAULT 'it''s'::text;
-- down
ALTER VIEW "v" ALTER COLUMN "x" DROP DEFAULT;
ALTER VIEW "v" ALTER COLUMN "y" DROP DEFAULT;
