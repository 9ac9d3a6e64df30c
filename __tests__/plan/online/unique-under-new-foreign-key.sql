-- before
create table t (id int primary key, a int, b text);
insert into t select i, i, i from generate_series(1, 20) i;
create table r (x int);
-- after
create table t (id int primary key, a int unique, b text);
create table r (x int references t (a));
-- up
-- migration 1, not in a transaction
CREATE UNIQUE INDEX CONCURRENTLY "t_a_key" ON "t" ("a");
-- migration 2
SET LOCAL lock_timeout = '5s';
ALTER TABLE "t" ADD CONSTRAINT "t_a_key" UNIQUE USING INDEX "t_a_key";
ALTER TABLE "r" ADD CONSTRAINT "r_x_fkey" FOREIGN KEY ("x") REFERENCES "public"."t"("a") ON DELETE no action ON UPDATE no action NOT VALID;
-- migration 3
SET LOCAL lock_timeout = '5s';
ALTER TABLE "r" VALIDATE CONSTRAINT "r_x_fkey";
-- down
-- migration 1
SET LOCAL lock_timeout = '5s';
ALTER TABLE "r" DROP CONSTRAINT "r_x_fkey";
ALTER TABLE "t" DROP CONSTRAINT "t_a_key";
