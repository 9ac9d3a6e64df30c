-- before
create table t (id int primary key, a int, b text);
insert into t select i, i, i from generate_series(1, 20) i;
-- after
create table t (id int primary key, a int, b text);
create table n (id serial primary key, x int unique check (x > 0), y uuid not null default gen_random_uuid());
-- up
-- migration 1
CREATE TABLE "n" (
	"id" serial PRIMARY KEY NOT NULL,
	"x" integer,
	"y" uuid DEFAULT gen_random_uuid() NOT NULL,
	CONSTRAINT "n_x_key" UNIQUE("x"),
	CONSTRAINT "n_x_check" CHECK (x > 0)
);
-- down
-- migration 1
DROP TABLE "n";
