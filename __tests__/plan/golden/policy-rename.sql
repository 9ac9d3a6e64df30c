-- before
create table a (x int, y text);
create policy p on a using (x > 0);
-- after
create table a (x int, y text);
create policy "P of a" on a using (x > 0);
-- changes
-- rename policy public.a."P of a" [form]: the same under another name: p → P of a
-- plan
ALTER POLICY "p" ON "a" RENAME TO "P of a";
-- down
ALTER POLICY "P of a" ON "a" RENAME TO "p";
