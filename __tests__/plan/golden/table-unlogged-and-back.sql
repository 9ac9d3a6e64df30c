-- before
create table t (a int);
create unlogged table u (a int);
-- after
create unlogged table t (a int);
create table u (a int);
-- changes
-- alter table public.t [substance]: persistence: permanent → unlogged
-- alter table public.u [substance]: persistence: unlogged → permanent
-- plan
ALTER TABLE "t" SET UNLOGGED;
ALTER TABLE "u" SET LOGGED;
-- down
ALTER TABLE "t" SET LOGGED;
ALTER TABLE "u" SET UNLOGGED;
