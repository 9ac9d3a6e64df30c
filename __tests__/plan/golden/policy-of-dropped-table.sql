-- before
create table a (x int, y text);
create table b (x int);
create policy p on a using (x in (select b.x from b));
-- after
create table a (x int, y text);
create policy p on a using (true);
-- changes
-- alter policy public.a.p [substance]: using: (x IN ( SELECT b.x FROM b)) → true
-- drop table public.b [substance]: only in the database
-- plan
ALTER POLICY "p" ON "a" USING (true);
DROP TABLE "b";
-- down
CREATE TABLE "b" (
	"x" integer
);
ALTER POLICY "p" ON "a" USING (x IN ( SELECT b.x
   FROM b));
-- irreversible
-- dropping table public.b loses its rows
