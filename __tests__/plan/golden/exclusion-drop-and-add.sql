-- before
create table t (a int, b int, constraint x exclude using btree (a with =));
-- after
create table t (a int, b int, constraint y exclude using btree ((a + b) with =) where (a > 0));
-- changes
-- drop exclusion public.t.x [substance]: only in the database
-- create exclusion public.t.y [substance]: only in the models
-- plan
ALTER TABLE "t" DROP CONSTRAINT "x";
ALTER TABLE "t" ADD CONSTRAINT "y" EXCLUDE USING btree (((a + b)) WITH =) WHERE ((a > 0));
-- down
ALTER TABLE "t" DROP CONSTRAINT "y";
ALTER TABLE "t" ADD CONSTRAINT "x" EXCLUDE USING btree (a WITH =);
