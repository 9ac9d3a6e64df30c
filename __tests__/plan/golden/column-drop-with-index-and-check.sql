-- before
create table a (id int, b int check (b > 0));
create index on a (b);
-- after
create table a (id int);
-- changes
-- drop check public.a.a_b_check [substance]: only in the database
-- drop index public.a.a_b_idx [substance]: only in the database
-- drop column public.a.b [substance]: only in the database
-- plan
DROP INDEX "a_b_idx";
ALTER TABLE "a" DROP CONSTRAINT "a_b_check";
ALTER TABLE "a" DROP COLUMN "b";
-- down
ALTER TABLE "a" ADD COLUMN "b" integer;
ALTER TABLE "a" ADD CONSTRAINT "a_b_check" CHECK (b > 0);
CREATE INDEX "a_b_idx" ON "a" USING btree ("b");
-- irreversible
-- dropping column public.a.b loses its values
