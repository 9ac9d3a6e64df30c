-- before
create table t (a text, b text);
alter table t alter b set compression pglz;
-- after
create table t (a text, b text, c text);
alter table t alter a set compression pglz;
alter table t alter c set compression pglz;
-- changes
-- alter column public.t.a [substance]: compression: none → pglz
-- alter column public.t.b [substance]: compression: pglz → none
-- create column public.t.c [substance]: only in the models
-- plan
ALTER TABLE "t" ALTER COLUMN "a" SET COMPRESSION pglz;
ALTER TABLE "t" ALTER COLUMN "b" SET COMPRESSION default;
ALTER TABLE "t" ADD COLUMN "c" text;
ALTER TABLE "t" ALTER COLUMN "c" SET COMPRESSION pglz;
-- down
ALTER TABLE "t" DROP COLUMN "c";
ALTER TABLE "t" ALTER COLUMN "a" SET COMPRESSION default;
ALTER TABLE "t" ALTER COLUMN "b" SET COMPRESSION pglz;
