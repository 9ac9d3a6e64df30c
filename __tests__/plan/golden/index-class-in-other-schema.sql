-- before
create schema extensions;
create extension pg_trgm schema extensions;
create table t (a text, b text);
-- after
create schema extensions;
create extension pg_trgm schema extensions;
create table t (a text, b text);
create index i on t using gin (a extensions.gin_trgm_ops);
create index j on t using gist (b extensions.gist_trgm_ops (siglen = 64));
-- changes
-- create index public.t.i [substance]: only in the models
-- create index public.t.j [substance]: only in the models
-- plan
CREATE INDEX "i" ON "t" USING gin ("a" "extensions".gin_trgm_ops);
CREATE INDEX "j" ON "t" USING gist ("b" "extensions".gist_trgm_ops (siglen='64'));
-- down
DROP INDEX "i";
DROP INDEX "j";
