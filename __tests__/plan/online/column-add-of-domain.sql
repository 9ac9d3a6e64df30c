-- The constraints of a domain are checked row by row, with or without a default.
-- holds: t
-- before
create domain positive as int check (value > 0);
create table t (id int primary key);
insert into t values (1), (2);
-- after
create domain positive as int check (value > 0);
create table t (id int primary key, c positive default 1);
-- up
-- migration 1
SET LOCAL lock_timeout = '5s';
ALTER TABLE "t" ADD COLUMN "c" positive DEFAULT 1;
-- down
-- migration 1
SET LOCAL lock_timeout = '5s';
ALTER TABLE "t" DROP COLUMN "c";
