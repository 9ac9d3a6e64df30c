-- before
create table t (id int primary key, a int not null);
insert into t values (1, 1), (2, 2);
-- after
create table t (id int not null, a int primary key, c uuid default gen_random_uuid());
-- up
-- migration 1
SET LOCAL lock_timeout = '5s';
ALTER TABLE "t" ADD COLUMN "c" uuid;
ALTER TABLE "t" ALTER COLUMN "c" SET DEFAULT gen_random_uuid();
-- migration 2
UPDATE "t" SET "c" = DEFAULT WHERE "c" IS NULL;
-- migration 3, not in a transaction
CREATE UNIQUE INDEX CONCURRENTLY "t_pkey_new" ON "t" ("a");
-- migration 4
SET LOCAL lock_timeout = '5s';
ALTER TABLE "t" DROP CONSTRAINT "t_pkey";
ALTER TABLE "t" ADD CONSTRAINT "t_pkey" PRIMARY KEY USING INDEX "t_pkey_new";
-- down
-- migration 1
SET LOCAL lock_timeout = '5s';
ALTER TABLE "t" DROP COLUMN "c";
-- migration 2, not in a transaction
CREATE UNIQUE INDEX CONCURRENTLY "t_pkey_new" ON "t" ("id");
-- migration 3
SET LOCAL lock_timeout = '5s';
ALTER TABLE "t" DROP CONSTRAINT "t_pkey";
ALTER TABLE "t" ADD CONSTRAINT "t_pkey" PRIMARY KEY USING INDEX "t_pkey_new";
