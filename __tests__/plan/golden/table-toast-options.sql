-- before
create table t (a text) with (fillfactor = 70, toast.autovacuum_enabled = false);
-- after
create table t (a text) with (fillfactor = 80, toast.autovacuum_vacuum_cost_delay = 5);
create table u (a text) with (autovacuum_enabled = false, toast.vacuum_truncate = false);
-- changes
-- alter table public.t [substance]: options: (fillfactor=70, toast.autovacuum_enabled=false) → (fillfactor=80, toast.autovacuum_vacuum_cost_delay=5)
-- create table public.u [substance]: only in the models
-- plan
ALTER TABLE "t" SET (fillfactor=80, toast.autovacuum_vacuum_cost_delay=5);
ALTER TABLE "t" RESET (toast.autovacuum_enabled);
CREATE TABLE "u" (
	"a" text
) WITH (autovacuum_enabled=false, toast.vacuum_truncate=false);
-- down
DROP TABLE "u";
ALTER TABLE "t" SET (fillfactor=70, toast.autovacuum_enabled=false);
ALTER TABLE "t" RESET (toast.autovacuum_vacuum_cost_delay);
