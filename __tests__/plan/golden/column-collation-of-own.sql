-- before
create schema app;
create collation app.c (locale = 'C', provider = libc);
create table t (a text, b text collate app.c);
-- after
create schema app;
create collation app.c (locale = 'C', provider = libc);
create table t (a text collate app.c, b text);
-- changes
-- alter column public.t.a [substance]: collation: none → app.c
-- alter column public.t.b [substance]: collation: app.c → none
-- plan
ALTER TABLE "t" ALTER COLUMN "a" SET DATA TYPE text COLLATE app.c;
ALTER TABLE "t" ALTER COLUMN "b" SET DATA TYPE text;
-- down
ALTER TABLE "t" ALTER COLUMN "a" SET DATA TYPE text;
ALTER TABLE "t" ALTER COLUMN "b" SET DATA TYPE text COLLATE app.c;
