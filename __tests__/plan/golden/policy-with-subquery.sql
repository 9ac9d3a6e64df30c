-- before
create table a (x int);
create table b (x int);
-- after
create table a (x int);
create table b (x int);
create policy p on a using ((select b.x from b limit 1) = 1);
create policy q on a for delete using ((select b.x = a.x from b limit 1));
create policy r on a for insert with check ((x > 1) or (x < 0));
create policy s on a for select using (('a)' <> '(') and (x > 0));
-- changes
-- create policy public.a.p [substance]: only in the models
-- create policy public.a.q [substance]: only in the models
-- create policy public.a.r [substance]: only in the models
-- create policy public.a.s [substance]: only in the models
-- plan
CREATE POLICY "p" ON "a" AS PERMISSIVE FOR ALL TO public USING (( SELECT b.x
   FROM b
 LIMIT 1) = 1);
CREATE POLICY "q" ON "a" AS PERMISSIVE FOR DELETE TO public USING (( SELECT (b.x = a.x)
   FROM b
 LIMIT 1));
CREATE POLICY "r" ON "a" AS PERMISSIVE FOR INSERT TO public WITH CHECK ((x > 1) OR (x < 0));
CREATE POLICY "s" ON "a" AS PERMISSIVE FOR SELECT TO public USING ((('a)'::text <> '('::text) AND (x > 0)));
-- down
DROP POLICY "p" ON "a";
DROP POLICY "q" ON "a";
DROP POLICY "r" ON "a";
DROP POLICY "s" ON "a";
