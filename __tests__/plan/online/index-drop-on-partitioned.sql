-- before
create table p (id int, at date) partition by range (at);
create table p1 partition of p for values from ('2026-01-01') to ('2026-02-01');
create index p_at on p (at);
-- after
create table p (id int, at date) partition by range (at);
create table p1 partition of p for values from ('2026-01-01') to ('2026-02-01');
-- up
-- migration 1
SET LOCAL lock_timeout = '5s';
DROP INDEX "p_at";
-- down
-- migration 1
SET LOCAL lock_timeout = '5s';
CREATE INDEX "p_at" ON ONLY "p" USING btree ("at");
-- migration 2, not in a transaction
CREATE INDEX CONCURRENTLY "p1_p_at_idx" ON "p1" USING btree ("at");
-- migration 3
SET LOCAL lock_timeout = '5s';
ALTER INDEX "p_at" ATTACH PARTITION "p1_p_at_idx";
