-- before
create table t (id int primary key, a int, b text);
insert into t select i, null, i from generate_series(1, 20) i;
-- after
create table n (id int primary key);
create table t (id int primary key, a int references n, b text);
-- up
-- migration 1
SET LOCAL lock_timeout = '5s';
CREATE TABLE "n" (
	"id" integer PRIMARY KEY NOT NULL
);
ALTER TABLE "t" ADD CONSTRAINT "t_a_fkey" FOREIGN KEY ("a") REFERENCES "public"."n"("id") ON DELETE no action ON UPDATE no action NOT VALID;
-- migration 2
SET LOCAL lock_timeout = '5s';
ALTER TABLE "t" VALIDATE CONSTRAINT "t_a_fkey";
-- down
-- migration 1
SET LOCAL lock_timeout = '5s';
ALTER TABLE "t" DROP CONSTRAINT "t_a_fkey";
DROP TABLE "n";
