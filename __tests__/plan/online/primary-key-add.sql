-- before
create table k (id int not null);
insert into k values (1);
-- after
create table k (id int primary key);
-- up
-- migration 1, not in a transaction
CREATE UNIQUE INDEX CONCURRENTLY "k_pkey" ON "k" ("id");
-- migration 2
SET LOCAL lock_timeout = '5s';
ALTER TABLE "k" ADD CONSTRAINT "k_pkey" PRIMARY KEY USING INDEX "k_pkey";
-- down
-- migration 1
SET LOCAL lock_timeout = '5s';
ALTER TABLE "k" DROP CONSTRAINT "k_pkey";
