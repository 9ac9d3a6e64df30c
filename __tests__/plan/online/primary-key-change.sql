-- before
create table k (id int, x int not null, primary key (id));
insert into k values (1, 1);
-- after
create table k (id int not null, x int, primary key (x, id));
-- up
-- migration 1, not in a transaction
CREATE UNIQUE INDEX CONCURRENTLY "k_pkey_new" ON "k" ("x", "id");
-- migration 2
SET LOCAL lock_timeout = '5s';
ALTER TABLE "k" DROP CONSTRAINT "k_pkey";
ALTER TABLE "k" ADD CONSTRAINT "k_pkey" PRIMARY KEY USING INDEX "k_pkey_new";
-- down
-- migration 1, not in a transaction
CREATE UNIQUE INDEX CONCURRENTLY "k_pkey_new" ON "k" ("id");
-- migration 2
SET LOCAL lock_timeout = '5s';
ALTER TABLE "k" DROP CONSTRAINT "k_pkey";
ALTER TABLE "k" ADD CONSTRAINT "k_pkey" PRIMARY KEY USING INDEX "k_pkey_new";
