-- before
create table a (id int primary key);
create table b (a int references a);
create policy p on a using (exists (select from b where b.a = a.id));
-- after

-- changes
-- drop table public.a [substance]: only in the database
-- drop table public.b [substance]: only in the database
-- plan
DROP POLICY "p" ON "a";
ALTER TABLE "b" DROP CONSTRAINT "b_a_fkey";
DROP TABLE "a";
DROP TABLE "b";
-- down
CREATE TABLE "a" (
	"id" integer PRIMARY KEY NOT NULL
);
CREATE TABLE "b" (
	"a" integer
);
ALTER TABLE "b" ADD CONSTRAINT "b_a_fkey" FOREIGN KEY ("a") REFERENCES "public"."a"("id") ON DELETE no action ON UPDATE no action;
CREATE POLICY "p" ON "a" AS PERMISSIVE FOR ALL TO public USING (EXISTS ( SELECT
   FROM b
  WHERE (b.a = a.id)));
-- irreversible
-- dropping table public.a loses its rows
-- dropping table public.b loses its rows
