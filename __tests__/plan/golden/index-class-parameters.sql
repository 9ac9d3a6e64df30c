-- before
create extension pg_trgm;
create table t (a text, b tsvector);
create index i on t using gist (a gist_trgm_ops);
-- after
create extension pg_trgm;
create table t (a text, b tsvector);
create index i on t using gist (a gist_trgm_ops (siglen = 32));
create index j on t using gist (b tsvector_ops (siglen = 100), a gist_trgm_ops);
-- changes
-- alter index public.t.i [substance]: class parameters: none → (gist_trgm_ops (siglen='32'))
-- create index public.t.j [substance]: only in the models
-- plan
DROP INDEX "i";
CREATE INDEX "i" ON "t" USING gist ("a" gist_trgm_ops (siglen='32'));
CREATE INDEX "j" ON "t" USING gist ("b" tsvector_ops (siglen='100'),"a" gist_trgm_ops);
-- down
DROP INDEX "i";
DROP INDEX "j";
CREATE INDEX "i" ON "t" USING gist ("a" gist_trgm_ops);
