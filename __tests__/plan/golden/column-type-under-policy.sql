-- before
create table a (v varchar(10));
create policy p on a using (v = 'x');
-- after
create table a (v text);
create policy p on a using (v = 'x');
-- changes
-- alter column public.a.v [substance]: type: character varying(10) → text
-- plan
DROP POLICY "p" ON "a";
ALTER TABLE "a" ALTER COLUMN "v" SET DATA TYPE text;
CREATE POLICY "p" ON "a" AS PERMISSIVE FOR ALL TO public USING (v = 'x'::text);
-- down
DROP POLICY "p" ON "a";
ALTER TABLE "a" ALTER COLUMN "v" SET DATA TYPE varchar(10);
CREATE POLICY "p" ON "a" AS PERMISSIVE FOR ALL TO public USING ((v)::text = 'x'::text);
