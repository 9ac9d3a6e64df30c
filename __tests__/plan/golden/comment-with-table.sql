-- before
select 1;
-- after
create table t (a int);
comment on table t is 'a table';
comment on column t.a is 'a column';
-- changes
-- create comment public.t [form]: only in the models
-- create table public.t [substance]: only in the models
-- create comment public.t.a [form]: only in the models
-- plan
CREATE TABLE "t" (
	"a" integer
);
COMMENT ON TABLE "t" IS 'a table';
COMMENT ON COLUMN "t"."a" IS 'a column';
-- down
DROP TABLE "t";
