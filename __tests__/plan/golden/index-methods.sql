-- before
create table a (t text, v text, j jsonb);
create extension if not exists pg_trgm;
-- after
create extension if not exists pg_trgm;
create table a (t text, v text, j jsonb);
create index a_t on a using gin (t gin_trgm_ops);
create index a_j on a using gin (j jsonb_path_ops) with (fastupdate = off);
create index a_c on a (t collate "C" text_pattern_ops) include (v);
create index a_h on a using hash (t);
-- changes
-- create index public.a.a_c [substance]: only in the models
-- create index public.a.a_h [substance]: only in the models
-- create index public.a.a_j [substance]: only in the models
-- create index public.a.a_t [substance]: only in the models
-- plan
CREATE INDEX "a_c" ON "a" USING btree ("t" COLLATE "C" text_pattern_ops) INCLUDE (v);
CREATE INDEX "a_h" ON "a" USING hash ("t");
CREATE INDEX "a_j" ON "a" USING gin ("j" jsonb_path_ops) WITH (fastupdate=off);
CREATE INDEX "a_t" ON "a" USING gin ("t" gin_trgm_ops);
-- down
DROP INDEX "a_c";
DROP INDEX "a_h";
DROP INDEX "a_j";
DROP INDEX "a_t";
