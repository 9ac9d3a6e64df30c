-- before
create table a (v int check (v > 0));
-- after
create table a (v numeric check (v > 0));
-- changes
-- alter column public.a.v [substance]: type: integer → numeric
-- plan
ALTER TABLE "a" ALTER COLUMN "v" SET DATA TYPE numeric;
-- down
ALTER TABLE "a" DROP CONSTRAINT "a_v_check";
ALTER TABLE "a" ALTER COLUMN "v" SET DATA TYPE integer;
ALTER TABLE "a" ADD CONSTRAINT "a_v_check" CHECK (v > 0);
