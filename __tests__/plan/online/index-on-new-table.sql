-- before
create table t (id int primary key, a int, b text);
insert into t select i, i, i from generate_series(1, 20) i;
-- after
create table t (id int primary key, a int, b text);
create table n (id int primary key, x int);
create index n_x on n (x);
-- up
-- migration 1
CREATE TABLE "n" (
	"id" integer PRIMARY KEY NOT NULL,
	"x" integer
);
CREATE INDEX "n_x" ON "n" USING btree ("x");
-- down
-- migration 1
DROP TABLE "n";
