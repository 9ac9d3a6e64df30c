-- before
create table t (id int primary key, a int, b text);
insert into t select i, i, i from generate_series(1, 20) i;
create table u (id int, t_id int references t);
insert into u values (1, 1);
-- after
create table t (id int primary key, a int, b text);
create table u (id int, t_id int references t on delete cascade);
-- up
-- migration 1
SET LOCAL lock_timeout = '5s';
ALTER TABLE "u" DROP CONSTRAINT "u_t_id_fkey";
ALTER TABLE "u" ADD CONSTRAINT "u_t_id_fkey" FOREIGN KEY ("t_id") REFERENCES "public"."t"("id") ON DELETE cascade ON UPDATE no action NOT VALID;
-- migration 2
SET LOCAL lock_timeout = '5s';
ALTER TABLE "u" VALIDATE CONSTRAINT "u_t_id_fkey";
-- down
-- migration 1
SET LOCAL lock_timeout = '5s';
ALTER TABLE "u" DROP CONSTRAINT "u_t_id_fkey";
ALTER TABLE "u" ADD CONSTRAINT "u_t_id_fkey" FOREIGN KEY ("t_id") REFERENCES "public"."t"("id") ON DELETE no action ON UPDATE no action NOT VALID;
-- migration 2
SET LOCAL lock_timeout = '5s';
ALTER TABLE "u" VALIDATE CONSTRAINT "u_t_id_fkey";
