-- Comments and grants stay on it.
-- before
create table t (a integer);
comment on column t.a is 'x';
grant select (a) on t to app_user;
-- after
create table t (b integer);
comment on column t.b is 'x';
grant select (b) on t to app_user;
-- renames
-- column public.t.a -> public.t.b
-- changes
-- rename column public.t.b [substance]: renamed: a → b
-- plan
ALTER TABLE "t" RENAME COLUMN "a" TO "b";
-- down
ALTER TABLE "t" RENAME COLUMN "b" TO "a";
