-- before
create table a (x int);
create table b (x int);
create view w as select x from b;
create policy p on a using (exists (select x from b));
-- after
create table a (x int);
create table c (x int);
create view b as select x from c;
create view w as select x from b;
create policy p on a using (exists (select x from b));
-- changes
-- drop table public.b [substance]: only in the database
-- create view public.b [substance]: only in the models
-- create table public.c [substance]: only in the models
-- plan
DROP POLICY "p" ON "a";
DROP VIEW "w";
DROP TABLE "b";
CREATE TABLE "c" (
	"x" integer
);
CREATE VIEW "b" AS SELECT x
   FROM c;
CREATE VIEW "w" AS SELECT x
   FROM b;
CREATE POLICY "p" ON "a" AS PERMISSIVE FOR ALL TO public USING (EXISTS ( SELECT b.x
   FROM b));
-- down
DROP POLICY "p" ON "a";
DROP VIEW "w";
DROP VIEW "b";
DROP TABLE "c";
CREATE TABLE "b" (
	"x" integer
);
CREATE VIEW "w" AS SELECT x
   FROM b;
CREATE POLICY "p" ON "a" AS PERMISSIVE FOR ALL TO public USING (EXISTS ( SELECT b.x
   FROM b));
-- irreversible
-- dropping table public.b loses its rows
