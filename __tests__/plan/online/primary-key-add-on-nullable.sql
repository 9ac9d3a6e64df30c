-- before
create table k (id int);
insert into k values (1);
-- after
create table k (id int primary key);
-- up
-- migration 1
SET LOCAL lock_timeout = '5s';
ALTER TABLE "k" ADD CONSTRAINT "k_id_not_null_check" CHECK ("id" IS NOT NULL) NOT VALID;
-- migration 2
SET LOCAL lock_timeout = '5s';
ALTER TABLE "k" VALIDATE CONSTRAINT "k_id_not_null_check";
ALTER TABLE "k" ALTER COLUMN "id" SET NOT NULL;
ALTER TABLE "k" DROP CONSTRAINT "k_id_not_null_check";
-- migration 3, not in a transaction
CREATE UNIQUE INDEX CONCURRENTLY "k_pkey" ON "k" ("id");
-- migration 4
SET LOCAL lock_timeout = '5s';
ALTER TABLE "k" ADD CONSTRAINT "k_pkey" PRIMARY KEY USING INDEX "k_pkey";
-- down
-- migration 1
SET LOCAL lock_timeout = '5s';
ALTER TABLE "k" DROP CONSTRAINT "k_pkey";
ALTER TABLE "k" ALTER COLUMN "id" DROP NOT NULL;
