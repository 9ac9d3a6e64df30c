-- Before 18 there is no NOT VALID here.
-- holds: p, p1, t
-- before
create table t (id int primary key, a int, b text);
insert into t select i, i, i from generate_series(1, 20) i;
create table p (id int, t_id int) partition by list (id);
create table p1 partition of p for values in (1);
-- after
create table t (id int primary key, a int, b text);
create table p (id int, t_id int references t) partition by list (id);
create table p1 partition of p for values in (1);
-- up
-- migration 1
SET LOCAL lock_timeout = '5s';
ALTER TABLE "p" ADD CONSTRAINT "p_t_id_fkey" FOREIGN KEY ("t_id") REFERENCES "public"."t"("id") ON DELETE no action ON UPDATE no action;
-- down
-- migration 1
SET LOCAL lock_timeout = '5s';
ALTER TABLE "p" DROP CONSTRAINT "p_t_id_fkey";
