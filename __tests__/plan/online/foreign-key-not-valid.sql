-- before
create table t (id int primary key, a int, b text);
insert into t select i, i, i from generate_series(1, 20) i;
create table u (id int, t_id int);
-- after
create table t (id int primary key, a int, b text);
create table u (id int, t_id int);
alter table u add constraint f foreign key (t_id) references t not valid;
-- up
-- migration 1
SET LOCAL lock_timeout = '5s';
ALTER TABLE "u" ADD CONSTRAINT "f" FOREIGN KEY ("t_id") REFERENCES "public"."t"("id") ON DELETE no action ON UPDATE no action NOT VALID;
-- down
-- migration 1
SET LOCAL lock_timeout = '5s';
ALTER TABLE "u" DROP CONSTRAINT "f";
