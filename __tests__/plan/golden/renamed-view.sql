-- A renamed view keeps what needs it.
-- before
create view v as select 1 as a;
create view w as select a from v;
-- after
create view u as select 1 as a;
create view w as select a from u;
-- renames
-- view public.v -> public.u
-- changes
-- rename view public.u [substance]: renamed: v → u
-- plan
ALTER VIEW "v" RENAME TO "u";
-- down
ALTER VIEW "u" RENAME TO "v";
