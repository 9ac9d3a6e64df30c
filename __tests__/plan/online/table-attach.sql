-- before
create table p (id int, at date) partition by range (at);
create table q (id int, at date);
insert into q values (1, '2026-01-02');
-- after
create table p (id int, at date) partition by range (at);
create table q partition of p for values from ('2026-01-01') to ('2026-02-01');
-- up
-- migration 1
SET LOCAL lock_timeout = '5s';
ALTER TABLE "q" ADD CONSTRAINT "q_partition_check" CHECK (((at IS NOT NULL) AND (at >= '2026-01-01'::date) AND (at < '2026-02-01'::date))) NOT VALID;
-- migration 2
SET LOCAL lock_timeout = '5s';
ALTER TABLE "q" VALIDATE CONSTRAINT "q_partition_check";
ALTER TABLE p ATTACH PARTITION "q" FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
ALTER TABLE "q" DROP CONSTRAINT "q_partition_check";
-- down
-- migration 1
SET LOCAL lock_timeout = '5s';
ALTER TABLE p DETACH PARTITION "q";
