-- before
create table t (id int primary key, a int, b text);
insert into t select i, i, i from generate_series(1, 20) i;
create view v as select a from t;
-- after
create table t (id int primary key, a int, b text, c int);
create view v as select a, c from t;
-- up
-- migration 1
SET LOCAL lock_timeout = '5s';
ALTER TABLE "t" ADD COLUMN "c" integer;
CREATE OR REPLACE VIEW "v" AS SELECT a,
    c
   FROM t;
-- down
-- migration 1
SET LOCAL lock_timeout = '5s';
DROP VIEW "v";
ALTER TABLE "t" DROP COLUMN "c";
CREATE VIEW "v" AS SELECT a
   FROM t;
