-- before
create table t (id int primary key, a int, b text);
insert into t select i, i, i from generate_series(1, 20) i;
-- after
create table t (id int primary key, a int not null default 0, b text);
-- up
-- migration 1
SET LOCAL lock_timeout = '5s';
ALTER TABLE "t" ALTER COLUMN "a" SET DEFAULT 0;
ALTER TABLE "t" ADD CONSTRAINT "t_a_not_null_check" CHECK ("a" IS NOT NULL) NOT VALID;
-- migration 2
SET LOCAL lock_timeout = '5s';
ALTER TABLE "t" VALIDATE CONSTRAINT "t_a_not_null_check";
ALTER TABLE "t" ALTER COLUMN "a" SET NOT NULL;
ALTER TABLE "t" DROP CONSTRAINT "t_a_not_null_check";
-- down
-- migration 1
SET LOCAL lock_timeout = '5s';
ALTER TABLE "t" ALTER COLUMN "a" DROP DEFAULT;
ALTER TABLE "t" ALTER COLUMN "a" DROP NOT NULL;
