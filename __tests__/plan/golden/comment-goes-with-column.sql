-- before
create table t (a int, b int);
comment on column t.b is 'a column';
-- after
create table t (a int);
-- changes
-- drop column public.t.b [substance]: only in the database
-- plan
ALTER TABLE "t" DROP COLUMN "b";
-- down
ALTER TABLE "t" ADD COLUMN "b" integer;
COMMENT ON COLUMN "t"."b" IS 'a column';
-- irreversible
-- dropping column public.t.b loses its values
