-- before
create table a (x int, y text);
create materialized view m with (fillfactor = 70, autovacuum_enabled = false) as select x from a;
-- after
create table a (x int, y text);
create materialized view m with (fillfactor = 80) as select x from a;
-- changes
-- alter materialized view public.m [substance]: options: (autovacuum_enabled=false, fillfactor=70) → (fillfactor=80)
-- plan
ALTER MATERIALIZED VIEW "m" SET (fillfactor=80);
ALTER MATERIALIZED VIEW "m" RESET (autovacuum_enabled);
-- down
ALTER MATERIALIZED VIEW "m" SET (autovacuum_enabled=false, fillfactor=70);
