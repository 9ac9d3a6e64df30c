-- before

-- after
create type point3 as (x int, "Y" numeric(10, 2), label text collate "C");
create table t (p point3, q point3[]);
-- changes
-- create composite type public.point3 [substance]: only in the models
-- create table public.t [substance]: only in the models
-- plan
CREATE TYPE "public"."point3" AS ("x" integer, "Y" numeric(10,2), "label" text COLLATE "C");
CREATE TABLE "t" (
	"p" point3,
	"q" point3[]
);
-- down
DROP TABLE "t";
DROP TYPE "public"."point3";
