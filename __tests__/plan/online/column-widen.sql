-- before
create table t (id int primary key, a varchar(10), b text);
insert into t select i, i, i from generate_series(1, 20) i;
-- after
create table t (id int primary key, a varchar(20), b text);
-- up
-- migration 1
SET LOCAL lock_timeout = '5s';
ALTER TABLE "t" ALTER COLUMN "a" SET DATA TYPE varchar(20);
-- down
-- migration 1
SET LOCAL lock_timeout = '5s';
ALTER TABLE "t" ALTER COLUMN "a" SET DATA TYPE varchar(10);
