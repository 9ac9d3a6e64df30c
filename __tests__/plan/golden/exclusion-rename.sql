-- before
create table t (r int4range, constraint one exclude using gist (r with &&));
-- after
create table t (r int4range, constraint two exclude using gist (r with &&));
-- changes
-- rename exclusion public.t.two [form]: the same under another name: one → two
-- plan
ALTER TABLE "t" RENAME CONSTRAINT "one" TO "two";
-- down
ALTER TABLE "t" RENAME CONSTRAINT "two" TO "one";
