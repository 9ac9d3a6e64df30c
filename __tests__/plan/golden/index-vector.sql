-- before
create extension vector;
create table a (v vector(3));
-- after
create extension vector;
create table a (v vector(3));
create index a_v on a using hnsw (v vector_cosine_ops) with (m = 8, ef_construction = 32);
-- changes
-- create index public.a.a_v [substance]: only in the models
-- plan
CREATE INDEX "a_v" ON "a" USING hnsw ("v" vector_cosine_ops) WITH (ef_construction=32, m=8);
-- down
DROP INDEX "a_v";
