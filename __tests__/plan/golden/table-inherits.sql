-- before

-- after
create table base (id int);
create table child (name text) inherits (base);
-- changes
-- create table public.base [substance]: only in the models
-- create table public.child [substance]: only in the models
-- plan
CREATE TABLE "base" (
	"id" integer
);
CREATE TABLE "child" (
	"name" text
) INHERITS (base);
-- down
DROP TABLE "child";
DROP TABLE "base";
