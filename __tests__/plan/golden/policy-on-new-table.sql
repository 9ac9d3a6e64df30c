-- before

-- after
create table zz (x int);
create table a (x int);
alter table a enable row level security;
create policy p on a using (exists (select from zz where zz.x = a.x));
-- changes
-- create table public.a [substance]: only in the models
-- create policy public.a.p [substance]: only in the models
-- create table public.zz [substance]: only in the models
-- plan
CREATE TABLE "a" (
	"x" integer
);
ALTER TABLE "a" ENABLE ROW LEVEL SECURITY;
CREATE TABLE "zz" (
	"x" integer
);
CREATE POLICY "p" ON "a" AS PERMISSIVE FOR ALL TO public USING (EXISTS ( SELECT
   FROM zz
  WHERE (zz.x = a.x)));
-- down
DROP TABLE "a";
DROP TABLE "zz";
