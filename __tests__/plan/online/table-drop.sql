-- before
create table t (id int primary key, a int, b text);
insert into t select i, i, i from generate_series(1, 20) i;
create table u (id int references t);
-- after
create table t (id int primary key, a int, b text);
-- up
-- migration 1
SET LOCAL lock_timeout = '5s';
DROP TABLE "u";
-- down
-- migration 1
SET LOCAL lock_timeout = '5s';
CREATE TABLE "u" (
	"id" integer
);
ALTER TABLE "u" ADD CONSTRAINT "u_id_fkey" FOREIGN KEY ("id") REFERENCES "public"."t"("id") ON DELETE no action ON UPDATE no action;
