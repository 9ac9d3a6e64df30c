-- A trigger that waits for the column follows.
-- before
create table t (a integer);
create function f() returns trigger language plpgsql as 'begin return new; end';
create trigger g before update of a on t for each row execute function f();
-- after
create table t (b integer);
create function f() returns trigger language plpgsql as 'begin return new; end';
create trigger g before update of b on t for each row execute function f();
-- renames
-- column public.t.a -> public.t.b
-- changes
-- rename column public.t.b [substance]: renamed: a → b
-- plan
ALTER TABLE "t" RENAME COLUMN "a" TO "b";
-- down
ALTER TABLE "t" RENAME COLUMN "b" TO "a";
