-- before
create table a (id int);
-- after
create unlogged table a (id int);
-- changes
-- alter table public.a [substance]: persistence: permanent → unlogged
-- plan
ALTER TABLE "a" SET UNLOGGED;
-- down
ALTER TABLE "a" SET LOGGED;
