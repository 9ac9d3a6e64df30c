-- before
create table a (x int, y text);
create policy p on a using (x > 0 and y <> '');
-- after
create table a (x int);
create policy p on a using (x > 0);
-- changes
-- alter policy public.a.p [substance]: using: ((x > 0) AND (y <> ''::text)) → (x > 0)
-- drop column public.a.y [substance]: only in the database
-- plan
ALTER POLICY "p" ON "a" USING (x > 0);
ALTER TABLE "a" DROP COLUMN "y";
-- down
ALTER TABLE "a" ADD COLUMN "y" text;
ALTER POLICY "p" ON "a" USING (((x > 0) AND (y <> ''::text)));
-- irreversible
-- dropping column public.a.y loses its values
