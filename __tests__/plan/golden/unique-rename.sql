-- before
create table a (x int, constraint u1 unique (x));
-- after
create table a (x int, constraint u2 unique (x));
-- changes
-- rename unique public.a.u2 [form]: the same under another name: u1 → u2
-- plan
ALTER TABLE "a" RENAME CONSTRAINT "u1" TO "u2";
-- down
ALTER TABLE "a" RENAME CONSTRAINT "u2" TO "u1";
