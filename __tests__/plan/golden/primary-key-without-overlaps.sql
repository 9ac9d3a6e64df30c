-- before
create table a (id int4range, valid daterange not null, constraint k unique (id, valid));
-- after
create table a (id int4range, valid daterange not null, constraint k unique (id, valid without overlaps));
-- changes
-- alter unique public.a.k [substance]: without overlaps: no → yes
-- plan
ALTER TABLE "a" DROP CONSTRAINT "k";
ALTER TABLE "a" ADD CONSTRAINT "k" UNIQUE("id", "valid" WITHOUT OVERLAPS);
-- down
ALTER TABLE "a" DROP CONSTRAINT "k";
ALTER TABLE "a" ADD CONSTRAINT "k" UNIQUE("id", "valid");
