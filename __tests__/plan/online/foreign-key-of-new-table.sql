-- Only the new table is read, which is empty.
-- holds: t
-- before
create table t (id int primary key, a int, b text);
insert into t select i, i, i from generate_series(1, 20) i;
-- after
create table t (id int primary key, a int, b text);
create table u (id int, t_id int references t);
-- up
-- migration 1
SET LOCAL lock_timeout = '5s';
CREATE TABLE "u" (
	"id" integer,
	"t_id" integer
);
ALTER TABLE "u" ADD CONSTRAINT "u_t_id_fkey" FOREIGN KEY ("t_id") REFERENCES "public"."t"("id") ON DELETE no action ON UPDATE no action;
-- down
-- migration 1
DROP TABLE "u";
