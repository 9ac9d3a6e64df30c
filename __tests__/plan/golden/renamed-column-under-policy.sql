-- A policy follows.
-- before
create table t (owner text);
alter table t enable row level security;
create policy p on t using (owner = current_user);
-- after
create table t (holder text);
alter table t enable row level security;
create policy p on t using (holder = current_user);
-- renames
-- column public.t.owner -> public.t.holder
-- changes
-- rename column public.t.holder [substance]: renamed: owner → holder
-- plan
ALTER TABLE "t" RENAME COLUMN "owner" TO "holder";
-- down
ALTER TABLE "t" RENAME COLUMN "holder" TO "owner";
