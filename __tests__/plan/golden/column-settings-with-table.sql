-- before

-- after
create table t (a text not null, b int);
alter table t alter a set storage external, alter a set compression pglz, alter b set statistics 20, alter b set (n_distinct = 9);
-- changes
-- create table public.t [substance]: only in the models
-- plan
CREATE TABLE "t" (
	"a" text NOT NULL,
	"b" integer
);
ALTER TABLE "t" ALTER COLUMN "a" SET STORAGE external;
ALTER TABLE "t" ALTER COLUMN "a" SET COMPRESSION pglz;
ALTER TABLE "t" ALTER COLUMN "b" SET STATISTICS 20;
ALTER TABLE "t" ALTER COLUMN "b" SET (n_distinct=9);
-- down
DROP TABLE "t";
