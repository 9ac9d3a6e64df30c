-- before
create table t (a text, b text, c text, d int);
alter table t alter b set storage external;
alter table t alter c set storage main;
-- after
create table t (a text, b text, c varchar(10), d text);
alter table t alter a set storage plain;
alter table t alter c set storage main;
alter table t alter d set storage external;
-- changes
-- alter column public.t.a [substance]: storage: the usual → plain
-- alter column public.t.b [substance]: storage: external → the usual
-- alter column public.t.c [substance]: type: text → character varying(10)
-- alter column public.t.d [substance]: storage: the usual → external; type: integer → text
-- plan
ALTER TABLE "t" ALTER COLUMN "a" SET STORAGE plain;
ALTER TABLE "t" ALTER COLUMN "b" SET STORAGE extended;
ALTER TABLE "t" ALTER COLUMN "c" SET DATA TYPE varchar(10);
ALTER TABLE "t" ALTER COLUMN "c" SET STORAGE main;
ALTER TABLE "t" ALTER COLUMN "d" SET DATA TYPE text;
ALTER TABLE "t" ALTER COLUMN "d" SET STORAGE external;
-- down
ALTER TABLE "t" ALTER COLUMN "a" SET STORAGE extended;
ALTER TABLE "t" ALTER COLUMN "b" SET STORAGE external;
ALTER TABLE "t" ALTER COLUMN "c" SET DATA TYPE text;
ALTER TABLE "t" ALTER COLUMN "c" SET STORAGE main;
ALTER TABLE "t" ALTER COLUMN "d" SET DATA TYPE integer USING "d"::integer;
-- irreversible
-- changing the type of column public.t.c from text to character varying(10) may not keep every value as it was
