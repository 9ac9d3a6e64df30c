-- before
create table t (id int primary key, a int, b text);
insert into t select i, i, i from generate_series(1, 20) i;
-- after
create table t (id int primary key, a int default 5, b text);
-- up
-- migration 1
SET LOCAL lock_timeout = '5s';
ALTER TABLE "t" ALTER COLUMN "a" SET DEFAULT 5;
-- down
-- migration 1
SET LOCAL lock_timeout = '5s';
ALTER TABLE "t" ALTER COLUMN "a" DROP DEFAULT;
