-- What is rebuilt because of a view it selects from needs no type that goes.
-- before
create type old as enum ('a', 'b');
create table t (x old);
create view v as select x from t;
create view w as select x from v group by x;
create materialized view m as select x from w;
-- after
create type new as enum ('a', 'b');
create table t (x new);
create view v as select x from t;
create view w as select x from v group by x;
create materialized view m as select x from w;
-- changes
-- create enum public.new [substance]: only in the models
-- drop enum public.old [substance]: only in the database
-- alter column public.t.x [substance]: type: old → new
-- plan
DROP MATERIALIZED VIEW "m";
DROP VIEW "w";
DROP VIEW "v";
CREATE TYPE "public"."new" AS ENUM('a', 'b');
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE new USING "x"::text::new;
DROP TYPE "public"."old";
CREATE VIEW "v" AS SELECT x
   FROM t;
CREATE VIEW "w" AS SELECT x
   FROM v
  GROUP BY x;
CREATE MATERIALIZED VIEW "m" AS SELECT x
   FROM w;
-- down
DROP MATERIALIZED VIEW "m";
DROP VIEW "w";
DROP VIEW "v";
CREATE TYPE "public"."old" AS ENUM('a', 'b');
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE old USING "x"::text::old;
DROP TYPE "public"."new";
CREATE VIEW "v" AS SELECT x
   FROM t;
CREATE VIEW "w" AS SELECT x
   FROM v
  GROUP BY x;
CREATE MATERIALIZED VIEW "m" AS SELECT x
   FROM w;
-- irreversible
-- changing the type of column public.t.x from old to new may not keep every value as it was
