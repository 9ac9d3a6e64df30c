-- A renamed materialized view keeps its indexes.
-- before
create materialized view v as select 1 as a;
create index i on v (a);
-- after
create materialized view u as select 1 as a;
create index i on u (a);
-- renames
-- materialized view public.v -> public.u
-- changes
-- rename materialized view public.u [substance]: renamed: v → u
-- plan
ALTER MATERIALIZED VIEW "v" RENAME TO "u";
-- down
ALTER MATERIALIZED VIEW "u" RENAME TO "v";
