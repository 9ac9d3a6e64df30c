-- before

-- after
create table a (id int primary key, x int, constraint u0 unique (id), constraint u1 unique (x), constraint u2 unique (x));
drop table a;
create table a (id int primary key, x int, constraint u1 unique (x));
alter table a add constraint u0 unique (id);
alter table a add constraint u2 unique (x);
alter table a add constraint c check (x > 0) not valid;
-- changes
-- create table public.a [substance]: only in the models
-- plan
CREATE TABLE "a" (
	"id" integer PRIMARY KEY NOT NULL,
	"x" integer,
	CONSTRAINT "u1" UNIQUE("x")
);
ALTER TABLE "a" ADD CONSTRAINT "u0" UNIQUE("id");
ALTER TABLE "a" ADD CONSTRAINT "u2" UNIQUE("x");
ALTER TABLE "a" ADD CONSTRAINT "c" CHECK (x > 0) NOT VALID;
-- down
DROP TABLE "a";
