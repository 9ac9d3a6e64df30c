-- before

-- after
create schema "L";
create collation "L"."C" (locale = 'POSIX', provider = libc);
create table t (x text collate "L"."C", y text collate "C");
create index i on t (y collate "L"."C");
-- changes
-- create schema "L" [substance]: only in the models
-- create collation "L"."C" [substance]: only in the models
-- create table public.t [substance]: only in the models
-- create index public.t.i [substance]: only in the models
-- plan
CREATE SCHEMA "L";
CREATE COLLATION "L"."C" (PROVIDER = libc, LC_COLLATE = 'POSIX', LC_CTYPE = 'POSIX');
CREATE TABLE "t" (
	"x" text COLLATE "L"."C",
	"y" text COLLATE "C"
);
CREATE INDEX "i" ON "t" USING btree ("y" COLLATE "L"."C");
-- down
DROP TABLE "t";
DROP COLLATION "L"."C";
DROP SCHEMA "L";
