-- before
create table t (a int);
comment on table t is 'a table';
comment on column t.a is 'a column';
-- after
select 1;
-- changes
-- drop table public.t [substance]: only in the database
-- plan
DROP TABLE "t";
-- down
CREATE TABLE "t" (
	"a" integer
);
COMMENT ON TABLE "t" IS 'a table';
COMMENT ON COLUMN "t"."a" IS 'a column';
-- irreversible
-- dropping table public.t loses its rows
