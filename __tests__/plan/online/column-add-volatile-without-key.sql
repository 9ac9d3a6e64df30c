-- before
create table k (id int);
insert into k values (1), (2);
-- after
create table k (id int, c double precision default random());
-- up
-- migration 1
SET LOCAL lock_timeout = '5s';
ALTER TABLE "k" ADD COLUMN "c" double precision;
ALTER TABLE "k" ALTER COLUMN "c" SET DEFAULT random();
-- migration 2
UPDATE "k" SET "c" = DEFAULT WHERE "c" IS NULL;
-- down
-- migration 1
SET LOCAL lock_timeout = '5s';
ALTER TABLE "k" DROP COLUMN "c";
