-- before
create table t (r int4range, constraint x exclude using gist (r with &&));
-- after
create table t (r int4range, constraint x exclude using gist (r with -|-));
-- changes
-- alter exclusion public.t.x [substance]: definition: EXCLUDE USING gist (r WITH &&) → EXCLUDE USING gist (r WITH -|-)
-- plan
ALTER TABLE "t" DROP CONSTRAINT "x";
ALTER TABLE "t" ADD CONSTRAINT "x" EXCLUDE USING gist (r WITH -|-);
-- down
ALTER TABLE "t" DROP CONSTRAINT "x";
ALTER TABLE "t" ADD CONSTRAINT "x" EXCLUDE USING gist (r WITH &&);
