-- Another type has no lock-light form.
-- holds: t
-- before
create table t (id int primary key, a int, b text);
insert into t select i, i, i from generate_series(1, 20) i;
create index t_a on t (a);
-- after
create table t (id int primary key, a text, b text);
create index t_a on t (a);
-- up
-- migration 1
SET LOCAL lock_timeout = '5s';
ALTER TABLE "t" ALTER COLUMN "a" SET DATA TYPE text;
-- down
-- migration 1
SET LOCAL lock_timeout = '5s';
ALTER TABLE "t" ALTER COLUMN "a" SET DATA TYPE integer USING "a"::integer;
