-- before
create table t (id int primary key, a int constraint c check (a is not null), b text);
insert into t select i, i, i from generate_series(1, 20) i;
-- after
create table t (id int primary key, a int not null constraint c check (a is not null), b text);
-- up
-- migration 1
SET LOCAL lock_timeout = '5s';
ALTER TABLE "t" ALTER COLUMN "a" SET NOT NULL;
-- down
-- migration 1
SET LOCAL lock_timeout = '5s';
ALTER TABLE "t" ALTER COLUMN "a" DROP NOT NULL;
