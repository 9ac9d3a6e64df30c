-- before
create table p (id int, at date) partition by range (at);
create table p1 partition of p for values from ('2026-01-01') to ('2026-02-01');
create table p2 partition of p for values from ('2026-02-01') to ('2026-03-01') partition by list (id);
create table p21 partition of p2 for values in (1);
insert into p values (1, '2026-01-02'), (1, '2026-02-02');
-- after
create table p (id int, at date) partition by range (at);
create table p1 partition of p for values from ('2026-01-01') to ('2026-02-01');
create table p2 partition of p for values from ('2026-02-01') to ('2026-03-01') partition by list (id);
create table p21 partition of p2 for values in (1);
create index p_at on p (at);
-- up
-- migration 1
SET LOCAL lock_timeout = '5s';
CREATE INDEX "p_at" ON ONLY "p" USING btree ("at");
-- migration 2, not in a transaction
CREATE INDEX CONCURRENTLY "p1_p_at_idx" ON "p1" USING btree ("at");
-- migration 3
SET LOCAL lock_timeout = '5s';
ALTER INDEX "p_at" ATTACH PARTITION "p1_p_at_idx";
CREATE INDEX "p2_p_at_idx" ON ONLY "p2" USING btree ("at");
-- migration 4, not in a transaction
CREATE INDEX CONCURRENTLY "p21_p_at_idx" ON "p21" USING btree ("at");
-- migration 5
SET LOCAL lock_timeout = '5s';
ALTER INDEX "p2_p_at_idx" ATTACH PARTITION "p21_p_at_idx";
ALTER INDEX "p_at" ATTACH PARTITION "p2_p_at_idx";
-- down
-- migration 1
SET LOCAL lock_timeout = '5s';
DROP INDEX "p_at";
