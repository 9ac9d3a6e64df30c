-- before
create table a (id int) with (fillfactor = 80, autovacuum_enabled = false);
-- after
create table a (id int) with (fillfactor = 70);
-- changes
-- alter table public.a [substance]: options: (autovacuum_enabled=false, fillfactor=80) → (fillfactor=70)
-- plan
ALTER TABLE "a" SET (fillfactor=70);
ALTER TABLE "a" RESET (autovacuum_enabled);
-- down
ALTER TABLE "a" SET (autovacuum_enabled=false, fillfactor=80);
