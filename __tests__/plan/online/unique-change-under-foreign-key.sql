-- before
create table t (id int primary key, a int constraint u unique, b text);
insert into t select i, i, i from generate_series(1, 20) i;
create table r (x int references t (a));
-- after
create table t (id int primary key, a int, b text, constraint u unique (a) include (b));
create table r (x int references t (a));
-- up
-- migration 1
SET LOCAL lock_timeout = '5s';
ALTER TABLE "r" DROP CONSTRAINT "r_x_fkey";
-- migration 2, not in a transaction
CREATE UNIQUE INDEX CONCURRENTLY "u_new" ON "t" ("a") INCLUDE ("b");
-- migration 3
SET LOCAL lock_timeout = '5s';
ALTER TABLE "t" DROP CONSTRAINT "u";
ALTER TABLE "t" ADD CONSTRAINT "u" UNIQUE USING INDEX "u_new";
ALTER TABLE "r" ADD CONSTRAINT "r_x_fkey" FOREIGN KEY ("x") REFERENCES "public"."t"("a") ON DELETE no action ON UPDATE no action NOT VALID;
-- migration 4
SET LOCAL lock_timeout = '5s';
ALTER TABLE "r" VALIDATE CONSTRAINT "r_x_fkey";
-- down
-- migration 1
SET LOCAL lock_timeout = '5s';
ALTER TABLE "r" DROP CONSTRAINT "r_x_fkey";
-- migration 2, not in a transaction
CREATE UNIQUE INDEX CONCURRENTLY "u_new" ON "t" ("a");
-- migration 3
SET LOCAL lock_timeout = '5s';
ALTER TABLE "t" DROP CONSTRAINT "u";
ALTER TABLE "t" ADD CONSTRAINT "u" UNIQUE USING INDEX "u_new";
ALTER TABLE "r" ADD CONSTRAINT "r_x_fkey" FOREIGN KEY ("x") REFERENCES "public"."t"("a") ON DELETE no action ON UPDATE no action NOT VALID;
-- migration 4
SET LOCAL lock_timeout = '5s';
ALTER TABLE "r" VALIDATE CONSTRAINT "r_x_fkey";
